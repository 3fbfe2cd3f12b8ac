package cn.sanming.migrant.platform.deployment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.util.PlaceholderResolutionException;

/// A setting that is named nowhere (`${…}`) or that cannot be read as what it should be. The value is not told.
final class UnreadableSettingAnalyzer implements FailureAnalyzer {

    private static final Pattern PLACEHOLDER = Pattern.compile("placeholder '([^':]+)");
    private static final int CAUSES = 20;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        String where = "";
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++, cause = cause.getCause()) {
            switch (cause) {
                case UnsatisfiedDependencyException needed
                when needed.getInjectionPoint() != null ->
                    where = " (" + needed.getInjectionPoint().getMember().getName() + ')';
                case PlaceholderResolutionException unresolved -> {
                    return told(name(unresolved) + " is not set", failure);
                }
                case TypeMismatchException unfit -> {
                    var wanted = unfit.getRequiredType();
                    return told(
                            "a setting is not a " + (wanted == null ? "fitting value" : wanted.getSimpleName()) + where,
                            failure);
                }
                default -> {}
            }
        }
        return null;
    }

    private static String name(PlaceholderResolutionException unresolved) {
        var found = PLACEHOLDER.matcher(String.valueOf(unresolved.getMessage()));
        return found.find() ? found.group(1) : "a setting";
    }

    private static FailureAnalysis told(String what, Throwable failure) {
        return new FailureAnalysis(what, SettingsFaultAnalyzer.ACTION, failure);
    }
}
