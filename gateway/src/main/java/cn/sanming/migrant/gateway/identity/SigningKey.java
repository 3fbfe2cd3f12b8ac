package cn.sanming.migrant.gateway.identity;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// The issuer's private key as it stands in the store: encrypted, one for all instances.
@Document("signing_keys")
record SigningKey(@Id String id, String sealed, Instant createdAt) {}
