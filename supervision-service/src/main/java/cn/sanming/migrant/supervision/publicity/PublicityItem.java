package cn.sanming.migrant.supervision.publicity;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// One item of publicity (宣传稿件); M21.1, M21.2, M21.4.
///
/// @param brand whether it belongs to the brand “大爱三明”
@Document("publicity")
@CompoundIndex(name = "by_kind", def = "{'content.kind': 1, '_id': 1}")
record PublicityItem(@Id String id, @Version @Nullable Long version, CaseFile file, Content content, boolean brand)
        implements CaseAggregate {

    enum State {
        PUBLISHED
    }

    /// @param reach how many people it reached, as far as the media tell
    record Content(
            PublicityKind kind,
            String title,
            List<String> media,
            LocalDate publishedOn,
            @Nullable String url,
            @Nullable Long reach,
            @Nullable String measure) {}

    static PublicityItem published(Content content, boolean brand, CommandContext context) {
        var id = Ids.next("pb");
        var item = new PublicityItem(id, null, CaseFile.opened(id, State.PUBLISHED, null, context), content, brand);
        item.file.record(new PublicityPublished(id, content.kind(), content.media(), content.publishedOn()), context);
        return item;
    }
}
