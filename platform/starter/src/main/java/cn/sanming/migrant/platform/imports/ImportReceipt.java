package cn.sanming.migrant.platform.imports;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.reference.sheet.SheetReport;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What became of a file (导入回执): it can be asked for again, and the file itself with a result for each row.
///
/// @param form     what kind of sheet it was
/// @param by       who sent it
/// @param firm     for whom, where the sender stands for a firm
/// @param about    what the file was about and what came of it, such as the payroll
/// @param counts   rows by what became of them
/// @param complete whether the whole file was read
/// @param reading  how the file was understood
/// @param chunks   pieces of the kept file
@Document("imports")
@CompoundIndex(def = "{'form': 1, 'firm': 1, 'at': -1}")
@CompoundIndex(def = "{'form': 1, 'by': 1, 'at': -1}")
public record ImportReceipt(
        @Id String id,
        String form,
        @Indexed(expireAfter = "90d") Instant at,
        String by,
        @Nullable String firm,
        @Nullable String district,
        Map<String, String> about,
        Map<String, Integer> counts,
        boolean complete,
        @Nullable SheetReport reading,
        int chunks) {

    /// The sender and his firm may see it, and who may read all of a district.
    boolean shows(Actor actor, Iterable<String> officers) {
        return by.equals(actor.id())
                || firm != null && firm.equals(actor.creditCode())
                || actor.hasAny(officers) && actor.mayActIn(district);
    }
}
