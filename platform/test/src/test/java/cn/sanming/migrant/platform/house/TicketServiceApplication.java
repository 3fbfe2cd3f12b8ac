package cn.sanming.migrant.platform.house;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The smallest department there can be: the house is tested on it.
@SpringBootApplication
class TicketServiceApplication {}
