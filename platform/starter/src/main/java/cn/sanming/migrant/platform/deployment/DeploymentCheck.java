package cn.sanming.migrant.platform.deployment;

import java.util.ArrayList;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/// Looks through what a deployment has said before anything is built with it, so that a start that cannot succeed
/// ends at once and says why. Only in production: a developer's machine has defaults.
public final class DeploymentCheck implements EnvironmentPostProcessor, Ordered {

    public static final Profiles PRODUCTION = Profiles.of("production");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(PRODUCTION)) {
            return;
        }
        var faults = new ArrayList<>(RequiredSettings.faults(environment));
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            faults.add("SPRING_PROFILES_ACTIVE names production and local together");
        }
        if (!faults.isEmpty()) {
            throw new SettingsFault(faults);
        }
    }
}
