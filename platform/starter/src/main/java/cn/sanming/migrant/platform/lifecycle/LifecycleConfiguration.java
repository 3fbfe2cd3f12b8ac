package cn.sanming.migrant.platform.lifecycle;

import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.support.ResourcePatternResolver;

/// The life cycles of a service and their public check.
@Configuration(proxyBeanMethods = false)
@Import(LifecycleController.class)
public class LifecycleConfiguration {

    @Bean
    Lifecycles lifecycles(ResourcePatternResolver resources) throws IOException {
        return Lifecycles.load(List.of(resources.getResources("classpath*:lifecycles/*.yaml")));
    }
}
