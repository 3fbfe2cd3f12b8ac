package cn.sanming.migrant.subsidy.proof;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A certification as a hardship person (就业困难人员认定), for as long as it is valid.
@Document("hardships")
record HardshipRecord(
        @Id String id, @Indexed String personId, String category, LocalDate certifiedOn, LocalDate validUntil) {}
