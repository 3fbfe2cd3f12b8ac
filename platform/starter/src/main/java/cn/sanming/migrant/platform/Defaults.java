package cn.sanming.migrant.platform;

import cn.sanming.migrant.platform.deployment.DeploymentCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/// The house's defaults (`platform.yaml`, in production `platform-production.yaml` above it), below everything a
/// service or a deployment says.
public final class Defaults implements EnvironmentPostProcessor, Ordered {

    /// After the configuration files, which say which profiles are active, and before the deployment is checked.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(DeploymentCheck.PRODUCTION)) {
            add("platform-production", environment);
        }
        add("platform", environment);
    }

    private static void add(String name, ConfigurableEnvironment environment) {
        try {
            var file = new ClassPathResource(name + ".yaml", Defaults.class.getClassLoader());
            new YamlPropertySourceLoader()
                    .load(name + "-defaults", file)
                    .forEach(source -> environment.getPropertySources().addLast(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
