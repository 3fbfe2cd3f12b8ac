package cn.sanming.migrant.subsidy.appeal;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.subsidy.appeal.Reviews.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One appeal against one decision on an application (复核申请); measures 2, 3, 4, 6.
@Document("subsidy-appeals")
@CompoundIndex(def = "{'file.state': 1, 'file.district': 1}")
@CompoundIndex(def = "{'file.district': 1}")
@CompoundIndex(def = "{'applicationId': 1, 'file.state': 1}")
final class Appeal implements CaseAggregate {

    enum State {
        FILED,
        UPHELD,
        DISMISSED,
        WITHDRAWN
    }

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final String applicationId;
    private final int decisionNumber;

    @Indexed
    private final String appellant;

    private final String grounds;
    private @Nullable LocalDate decidedOn;
    private @Nullable String answer;
    private @Nullable String reviewedAs;

    Appeal(String id, CaseFile file, String applicationId, int decisionNumber, String appellant, String grounds) {
        this.id = id;
        this.file = file;
        this.applicationId = applicationId;
        this.decisionNumber = decisionNumber;
        this.appellant = appellant;
        this.grounds = grounds;
    }

    /// Against each decision one appeal, and no second one.
    static String idOf(String applicationId, int decisionNumber) {
        return Ids.of("ap", applicationId, Integer.toString(decisionNumber));
    }

    static Appeal filed(Standing against, String grounds, CommandContext context) {
        var id = idOf(against.applicationId(), against.number());
        return new Appeal(
                id,
                CaseFile.opened(id, State.FILED, against.district(), context),
                against.applicationId(),
                against.number(),
                against.applicantId(),
                grounds);
    }

    /// @param as the application that is reviewed again, none if dismissed
    void decided(String why, @Nullable String as, CommandContext context) {
        answer = why;
        decidedOn = context.today();
        reviewedAs = as;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String applicationId() {
        return applicationId;
    }

    int decisionNumber() {
        return decisionNumber;
    }

    String appellant() {
        return appellant;
    }

    String grounds() {
        return grounds;
    }

    @Nullable
    LocalDate decidedOn() {
        return decidedOn;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    String reviewedAs() {
        return reviewedAs;
    }
}
