package cn.sanming.migrant.subsidy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the department.
@SpringBootApplication
public class SubsidyServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SubsidyServiceApplication.class, arguments);
    }
}
