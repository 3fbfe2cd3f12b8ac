package cn.sanming.migrant.wage.appraisal;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A medical expert of the city's pool (劳动能力鉴定专家), known by the register number only; 工伤保险条例 art. 25.
@Document("appraisal_experts")
record AppraisalExpert(
        @Id String id,
        String specialty,
        String hospital,
        @Indexed boolean active) {}
