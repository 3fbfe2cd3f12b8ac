package cn.sanming.migrant.community.school.known.client;

import cn.sanming.migrant.community.school.known.PensionAnswers;
import cn.sanming.migrant.platform.calls.DepartmentClients;
import java.time.Clock;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Wires the question to the wage department.
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = WageInsurance.class)
class PensionClientConfiguration {

    @Bean
    PensionAnswers pensionAnswers(
            WageInsurance wages, DepartmentClients departments, MongoTemplate mongo, Clock clock) {
        return new PensionClient(wages, departments.to("wage-service"), mongo, clock);
    }
}
