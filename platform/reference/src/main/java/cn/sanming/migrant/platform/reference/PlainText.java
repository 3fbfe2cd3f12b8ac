package cn.sanming.migrant.platform.reference;

import java.util.regex.Pattern;

/// Text from outside without what nobody sees and somebody may abuse: control characters but tab and line ends, marks
/// that turn the direction of writing (`U+202E` shows a name backwards), halves of characters.
public final class PlainText {

    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n\\r]]|[\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]|\\p{Cs}");

    private PlainText() {}

    public static String of(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }
}
