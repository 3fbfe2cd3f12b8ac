package cn.sanming.migrant.legalaid.arrears.client;

import cn.sanming.migrant.legalaid.arrears.ArrearsBook;
import cn.sanming.migrant.platform.calls.DepartmentClients;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the question to the wage department.
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = WageArrears.class)
class WageClientConfiguration {

    @Bean
    WageClient wageClient(WageArrears wages, DepartmentClients departments, ArrearsBook book) {
        return new WageClient(wages, departments.to("wage-service"), book);
    }
}
