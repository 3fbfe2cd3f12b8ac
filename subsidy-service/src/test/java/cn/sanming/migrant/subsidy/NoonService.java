package cn.sanming.migrant.subsidy;

import cn.sanming.migrant.platform.reference.Dates;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The department in a process of its own, where it is always noon of one day.
public final class NoonService {

    public static final LocalDate DAY = LocalDate.of(2024, 10, 30);

    @TestConfiguration(proxyBeanMethods = false)
    static class Noon {

        @Bean
        @Primary
        Clock noon() {
            return Clock.fixed(DAY.atTime(12, 0).atZone(Dates.ZONE).toInstant(), Dates.ZONE);
        }
    }

    public static void main(String[] arguments) {
        SpringApplication.run(new Class<?>[] {SubsidyServiceApplication.class, Noon.class}, arguments);
    }
}
