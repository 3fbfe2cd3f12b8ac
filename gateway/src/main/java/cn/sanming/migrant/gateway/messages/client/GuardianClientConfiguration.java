package cn.sanming.migrant.gateway.messages.client;

import cn.sanming.migrant.gateway.messages.Guardians;
import cn.sanming.migrant.platform.calls.DepartmentClients;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the question to the school department.
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = Enrolments.class)
class GuardianClientConfiguration {

    @Bean
    Guardians guardians(Enrolments enrolments, DepartmentClients departments) {
        return new GuardianClient(enrolments, departments.to("community-service"));
    }
}
