package cn.sanming.migrant.subsidy.assessment;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// Who may not apply for a time after a false statement (骗补限制).
@Document("fraud-bans")
record FraudBan(@Id String applicantId, LocalDate until) {}
