package cn.sanming.migrant.platform.reference.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a heading is compared (表头归一化): without breaks, blanks, asterisks, full-width forms and numbering.
final class Headings {

    private static final Pattern NOISE = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF*★☆:;,.、。_\"'“”#]+");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{【〔<《][^)\\]}】〕>》]*[)\\]}】〕>》]");
    private static final Pattern NUMBERING = Pattern.compile("^[0-9]{1,2}(?=\\p{IsHan})");
    private static final int LONGEST = 60;

    private Headings() {}

    static String plain(String heading) {
        if (heading.length() > LONGEST) {
            return "";
        }
        var one = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NUMBERING.matcher(NOISE.matcher(one).replaceAll("")).replaceFirst("");
    }

    /// Without a unit or a remark in brackets.
    static String bare(String plain) {
        return BRACKETS.matcher(plain).replaceAll("");
    }
}
