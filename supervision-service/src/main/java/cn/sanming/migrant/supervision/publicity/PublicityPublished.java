package cn.sanming.migrant.supervision.publicity;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;

/// Something has been published.
@DomainEvent.Type("supervision.publicity.published")
record PublicityPublished(@JsonIgnore String itemId, PublicityKind kind, List<String> media, LocalDate publishedOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return itemId;
    }
}
