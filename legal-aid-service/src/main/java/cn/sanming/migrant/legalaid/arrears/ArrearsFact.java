package cn.sanming.migrant.legalaid.arrears;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// Arrears as the events told them (欠薪事实), keyed by the arrears' own id. An older event than the last one changes
/// nothing.
///
/// @param sequence count of the last event within the publishing case
@Document("arrears_facts")
public record ArrearsFact(
        @Id String id,
        @Version @Nullable Long version,
        long sequence,
        @Indexed String employerUscc,
        @Nullable String projectId,
        @Nullable String period,
        List<String> personIds,
        Money total,
        @Nullable LocalDate effectiveDueDate,
        @Nullable String level,
        @Nullable LocalDate clearedOn) {}
