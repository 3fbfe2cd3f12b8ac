package cn.sanming.migrant.training.employer;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One entry of the blacklist (失信联合惩戒对象名单) as the wage department last told it; an employer may have several.
///
/// @param sequence of the last event about this entry: an older one changes nothing
@Document("blacklist-entries")
record ListEntry(@Id String id, @Indexed String employerUscc, boolean listed, long sequence) {}
