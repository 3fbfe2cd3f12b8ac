package cn.sanming.migrant.community.partner;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// Whether a firm is on the blacklist (失信联合惩戒对象名单), as the wage department last said.
@Document("listed_firms")
record ListedFirm(@Id String uscc, boolean listed, Instant since) {}
