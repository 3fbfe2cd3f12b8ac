package cn.sanming.migrant.platform.imports;

import cn.sanming.migrant.platform.web.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What every service needs that takes files of rows.
@Configuration(proxyBeanMethods = false)
public class ImportsConfiguration {

    @Bean
    SheetWords sheetWords(Problems problems) {
        return new SheetWords(problems);
    }
}
