package cn.sanming.migrant.platform.imports;

import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.web.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/// What every service needs that takes files of rows.
@Configuration(proxyBeanMethods = false)
public class ImportsConfiguration {

    @Bean
    ImportReceipts importReceipts(MongoTemplate mongo, FieldCipher cipher) {
        return new ImportReceipts(mongo, cipher);
    }

    @Bean
    SheetWords sheetWords(Problems problems) {
        return new SheetWords(problems);
    }
}
