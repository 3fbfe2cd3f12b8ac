package cn.sanming.migrant.platform.deployment;

import com.mongodb.ConnectionString;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoProperties;
import org.springframework.boot.mongodb.autoconfigure.PropertiesMongoConnectionDetails;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

/// Where broker and store are and whom they are believed to be, when they speak TLS.
@AutoConfiguration(before = {MongoAutoConfiguration.class, KafkaAutoConfiguration.class})
public class ConnectionConfiguration {

    private record Broker(
            List<String> getBootstrapServers,
            SslBundle getSslBundle,
            @Nullable String getSecurityProtocol) implements KafkaConnectionDetails {}

    private record Store(ConnectionString getConnectionString, SslBundle getSslBundle)
            implements MongoConnectionDetails {}

    @Bean
    @ConditionalOnProperty("spring.mongodb.ssl.bundle")
    MongoConnectionDetails storeConnection(MongoProperties store, SslBundles bundles) {
        var told = new PropertiesMongoConnectionDetails(store, bundles);
        return new Store(
                told.getConnectionString(),
                FollowingTrust.following(bundles, String.valueOf(store.getSsl().getBundle())));
    }

    @Bean
    @ConditionalOnProperty("spring.kafka.ssl.bundle")
    KafkaConnectionDetails brokerConnection(KafkaProperties kafka, SslBundles bundles) {
        return new Broker(
                kafka.getBootstrapServers(),
                FollowingTrust.following(bundles, String.valueOf(kafka.getSsl().getBundle())),
                kafka.getSecurity().getProtocol());
    }

    @Bean
    BrokerConnection brokerConnectionOfClients(KafkaProperties kafka, KafkaConnectionDetails details) {
        return new BrokerConnection(kafka, details);
    }
}
