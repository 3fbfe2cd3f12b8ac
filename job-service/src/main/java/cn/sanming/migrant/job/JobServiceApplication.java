package cn.sanming.migrant.job;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the department.
@SpringBootApplication
public class JobServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(JobServiceApplication.class, arguments);
    }
}
