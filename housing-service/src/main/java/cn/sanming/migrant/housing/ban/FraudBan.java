package cn.sanming.migrant.housing.ban;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// A person may not apply (禁止申请); 公共租赁住房管理办法.
///
/// @param personId the person, one ban each: the later end counts
/// @param until    first day on which the person may apply again
/// @param cause    the application or lease obtained by the false statement
@Document("fraud_bans")
public record FraudBan(@Id String personId, LocalDate from, LocalDate until, String cause) {}
