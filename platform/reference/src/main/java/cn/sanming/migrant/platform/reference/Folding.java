package cn.sanming.migrant.platform.reference;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// One way to write a name, a number and a telephone number (归一化), for every door: what a phone, a spreadsheet or an
/// old terminal makes of them is folded away before they are checked or compared.
public final class Folding {

    private static final Pattern DOTS = Pattern.compile("\\s*[·•‧・．●⋅∙◦‧᛫⸱･]\\s*");
    private static final Pattern HIDDEN = Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060\\uFEFF]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000\\u2000-\\u200A]+");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=[\\p{IsHan}\\p{Co}]) (?=[\\p{IsHan}\\p{Co}])");
    private static final Pattern FILLERS = Pattern.compile("[\\s\\u00A0\\u3000\\u2000-\\u200A\\-‐‑–—_']+");
    private static final Pattern COUNTRY = Pattern.compile("(\\+|00)?86(?=1[0-9]{10}$)");

    /// Letters of any script, rare characters of GB 18030 that stand for themselves only (the private-use area and the
    /// newest ideographs) included; one dot or blank between them.
    private static final Pattern NAME = Pattern.compile(
            "[\\p{L}\\p{M}\\p{Co}\\x{20000}-\\x{3FFFD}]+([·\\- .'][\\p{L}\\p{M}\\p{Co}\\x{20000}-\\x{3FFFD}]+)*\\.?");

    private Folding() {}

    /// A name: composed characters, one kind of dot, no blanks at the ends or between Chinese characters.
    public static String name(String written) {
        var composed = Normalizer.normalize(written, Normalizer.Form.NFC);
        var visible = HIDDEN.matcher(composed).replaceAll("");
        var spaced = SPACES.matcher(visible).replaceAll(" ").strip();
        return BETWEEN_HAN.matcher(DOTS.matcher(spaced).replaceAll("·")).replaceAll("");
    }

    /// Whether a folded name can be one: 2 to 50 characters.
    public static boolean isName(String folded) {
        int length = folded.codePointCount(0, folded.length());
        return length >= 2 && length <= 50 && NAME.matcher(folded).matches();
    }

    /// A number of a document, a card or a code: plain characters, capitals, no blanks or dashes.
    public static String number(String written) {
        var plain = Normalizer.normalize(HIDDEN.matcher(written).replaceAll(""), Normalizer.Form.NFKC);
        return FILLERS.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /// A telephone number: as a number, without the code of the country.
    public static String phone(String written) {
        return COUNTRY.matcher(number(written)).replaceFirst("");
    }
}
