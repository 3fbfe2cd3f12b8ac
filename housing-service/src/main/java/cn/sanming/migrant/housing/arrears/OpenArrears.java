package cn.sanming.migrant.housing.arrears;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// Wage arrears as the events told them (欠薪事实), by the arrears' own id.
///
/// @param sequence count of the last event within the publishing case; an older one changes nothing
@Document("wage_arrears")
record OpenArrears(
        @Id String id,
        @Version @Nullable Long version,
        long sequence,
        @Indexed List<String> personIds,
        @Nullable LocalDate clearedOn) {}
