package cn.sanming.migrant.training;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the department.
@SpringBootApplication
public class TrainingServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TrainingServiceApplication.class, arguments);
    }
}
