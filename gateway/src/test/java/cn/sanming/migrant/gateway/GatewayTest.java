package cn.sanming.migrant.gateway;

import cn.sanming.migrant.platform.test.Api;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// The whole door with its own issuer, demonstration accounts and stand-ins behind it.
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = BackEnds.class)
@Import(GatewayTest.Visitor.class)
@ActiveProfiles("local")
public @interface GatewayTest {

    /// Talks to the door as its users do.
    @TestConfiguration(proxyBeanMethods = false)
    class Visitor {

        @Bean
        Api api(Environment environment) {
            return new Api(
                    () -> "http://localhost:" + environment.getRequiredProperty("local.server.port"),
                    () -> "http://localhost:" + environment.getRequiredProperty("local.management.port"));
        }
    }
}
