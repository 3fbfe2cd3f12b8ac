package cn.sanming.migrant.legalaid.judicialaid;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One person's application for judicial aid (司法救助申请).
@Document("judicial_aid")
final class JudicialAid implements CaseAggregate {

    @Id
    final String id;

    @Version
    @Nullable
    Long version;

    final CaseFile file;
    final @Nullable String reference;

    @Indexed
    final String personId;

    final String caseRef;
    final Money requested;

    @Nullable
    Money approved;

    @Nullable
    Decision<JudicialAidCeiling.Finding> ceiling;

    JudicialAid(
            String id, CaseFile file, @Nullable String reference, String personId, String caseRef, Money requested) {
        this.id = id;
        this.file = file;
        this.reference = reference;
        this.personId = personId;
        this.caseRef = caseRef;
        this.requested = requested;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    /// The application as the worker and the court see it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            @Nullable String reference,
            String state,
            @Nullable String district,
            String personId,
            String caseRef,
            Money requested,
            @Nullable Money maximum,
            @Nullable Money approved) {

        static View of(JudicialAid aid) {
            return new View(
                    aid.id,
                    aid.reference,
                    aid.file.state(),
                    aid.file.district(),
                    aid.personId,
                    aid.caseRef,
                    aid.requested,
                    aid.ceiling == null ? null : aid.ceiling.result().maximum(),
                    aid.approved);
        }
    }
}
