package cn.sanming.migrant.subsidy.payee;

import cn.sanming.migrant.platform.protect.FieldCipher.Sealed;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// Where an applicant wants the money (收款账户): holder and number are sealed, only the last four digits can be seen.
@Document("payee-accounts")
public record PayeeAccount(@Id String applicantId, Sealed holder, Sealed number, String lastFour, Instant since) {}
