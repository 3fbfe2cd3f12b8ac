package cn.sanming.migrant.subsidy.business;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A business that a worker has founded (初创企业).
@Document("businesses")
record Business(@Id String uscc, @Indexed String ownerPersonId, LocalDate registeredOn, String district) {}
