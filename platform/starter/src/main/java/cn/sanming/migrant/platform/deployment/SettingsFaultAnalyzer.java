package cn.sanming.migrant.platform.deployment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what is wrong with the settings, one line each, instead of a stack trace.
final class SettingsFaultAnalyzer extends AbstractFailureAnalyzer<SettingsFault> {

    static final String ACTION = "Mend these settings; deploy/kubernetes/README.md lists them all.";

    @Override
    protected FailureAnalysis analyze(Throwable failure, SettingsFault fault) {
        return new FailureAnalysis(String.join(System.lineSeparator(), fault.faults()), ACTION, null);
    }
}
