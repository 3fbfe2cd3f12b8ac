package cn.sanming.migrant.legalaid;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the department.
@SpringBootApplication
public class LegalAidServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LegalAidServiceApplication.class, arguments);
    }
}
