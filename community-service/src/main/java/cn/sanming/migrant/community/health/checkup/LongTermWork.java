package cn.sanming.migrant.community.health.checkup;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A labour contract as the wage department told it (劳动合同), to know who has worked long at an employer.
@Document("long_term_work")
record LongTermWork(
        @Id String contractId, String personId, @Indexed String employerUscc, String district, LocalDate startOn) {}
