package cn.sanming.migrant.housing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the department.
@SpringBootApplication
public class HousingServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(HousingServiceApplication.class, arguments);
    }
}
