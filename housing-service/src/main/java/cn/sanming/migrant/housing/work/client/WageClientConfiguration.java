package cn.sanming.migrant.housing.work.client;

import cn.sanming.migrant.housing.work.WageDepartment;
import cn.sanming.migrant.platform.calls.DepartmentClients;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the question to the wage department.
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = WagePersons.class)
class WageClientConfiguration {

    @Bean
    WageDepartment wageDepartment(WagePersons wages, DepartmentClients departments) {
        return new WageClient(wages, departments.to("wage-service"));
    }
}
