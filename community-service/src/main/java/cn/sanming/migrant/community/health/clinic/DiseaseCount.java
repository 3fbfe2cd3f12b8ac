package cn.sanming.migrant.community.health.clinic;

import java.time.YearMonth;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// Cases and contacts of one park in one month (疾病预防控制统计): numbers only, the lists stay with the health system.
@Document("disease_counts")
record DiseaseCount(@Id String id, @Indexed String clinicId, YearMonth month, int cases, int contacts) {}
