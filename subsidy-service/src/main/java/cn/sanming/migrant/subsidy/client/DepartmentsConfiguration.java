package cn.sanming.migrant.subsidy.client;

import cn.sanming.migrant.platform.calls.DepartmentClients;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the questions to the other departments.
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = {TrainingDepartment.class, JobDepartment.class, WageDepartment.class})
class DepartmentsConfiguration {

    @Bean
    Departments departments(
            TrainingDepartment training, JobDepartment jobs, WageDepartment wages, DepartmentClients departments) {
        return new Departments(training, jobs, wages, departments);
    }
}
