package cn.sanming.migrant.community.course;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// The yearly survey of needs in a county (需求调查): topics to vote for until a day. A county has one a year.
@Document("need_surveys")
record NeedSurvey(
        @Id String id,
        @Version @Nullable Long version,
        @Indexed String district,
        int year,
        List<String> topics,
        LocalDate openUntil) {

    /// What one person wishes for; a later vote replaces an earlier one.
    @Document("need_votes")
    record Vote(@Id String id, @Indexed String surveyId, List<String> topics) {}
}
