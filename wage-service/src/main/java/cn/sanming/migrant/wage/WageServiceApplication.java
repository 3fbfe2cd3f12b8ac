package cn.sanming.migrant.wage;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the department.
@SpringBootApplication
public class WageServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(WageServiceApplication.class, arguments);
    }
}
