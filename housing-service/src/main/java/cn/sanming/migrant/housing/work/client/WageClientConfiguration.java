package cn.sanming.migrant.housing.work.client;

import cn.sanming.migrant.housing.work.WageDepartment;
import cn.sanming.migrant.platform.calls.Lines;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the question to the wage department.
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = WagePersons.class)
class WageClientConfiguration {

    @Bean
    WageDepartment wageDepartment(WagePersons wages, Lines lines) {
        return new WageClient(wages, lines.to("wage-service"));
    }
}
