package cn.sanming.migrant.platform.house;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The smallest department there can be: the house is tested on it.
@SpringBootApplication
class TicketServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TicketServiceApplication.class, arguments);
    }
}
