package cn.sanming.migrant.supervision;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the department.
@SpringBootApplication
public class SupervisionServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SupervisionServiceApplication.class, arguments);
    }
}
