package cn.sanming.migrant.training.employer;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// Whether an employer is on the blacklist (失信联合惩戒对象名单), as the wage department last said.
///
/// @param causeEventId the event that said so
@Document("employer-standings")
record EmployerStanding(@Id String uscc, boolean blacklisted, Instant since, String causeEventId) {}
