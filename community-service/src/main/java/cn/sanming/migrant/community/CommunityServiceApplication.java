package cn.sanming.migrant.community;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the department.
@SpringBootApplication
public class CommunityServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CommunityServiceApplication.class, arguments);
    }
}
