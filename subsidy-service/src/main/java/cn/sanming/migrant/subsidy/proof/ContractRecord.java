package cn.sanming.migrant.subsidy.proof;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// A labour contract (劳动合同) that the wage department saw signed.
@Document("contracts")
@CompoundIndex(def = "{'personId': 1, 'employerUscc': 1}")
record ContractRecord(
        @Id String id, String personId, String employerUscc, LocalDate startOn, LocalDate signedOn, String term) {}
