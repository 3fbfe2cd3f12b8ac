package cn.sanming.migrant.job.unemployment;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A public rental lease as proof of residence (居住证明), as the housing department reported it; measure 2.
@Document("proven-residences")
record ProvenResidence(@Id String id, @Indexed String personId, String district, LocalDate from, LocalDate to) {}
