package cn.sanming.migrant.platform.imports;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.web.Page;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// The receipts of a service (回执库): the head in one document, the rows in pieces, the file encrypted in pieces. The
// head
/// is written last; pieces without a head show nowhere and go with their time.
public final class ImportReceipts {

    private static final int ROWS = 500;
    private static final int BYTES = 3 << 20;

    private final MongoTemplate mongo;
    private final FieldCipher cipher;

    @Document("import_rows")
    record Rows(
            @Id String id,
            List<RowVerdict> rows,
            @Indexed(expireAfter = "90d") Instant at) {}

    @Document("import_files")
    record Piece(
            @Id String id,
            String sealed,
            @Indexed(expireAfter = "30d") Instant at) {}

    ImportReceipts(MongoTemplate mongo, FieldCipher cipher) {
        this.mongo = mongo;
        this.cipher = cipher;
        // the room of a service is searched for documents, the platform's is not: known now, they get their indexes
        for (var document : List.of(ImportReceipt.class, Rows.class, Piece.class)) {
            mongo.getConverter().getMappingContext().getPersistentEntity(document);
        }
    }

    /// Keeps what became of a file; `head` says everything but how many pieces there are.
    public void keep(ImportReceipt head, List<RowVerdict> rows, byte[] file) {
        int pieces = 0;
        for (int from = 0; from < file.length; from += BYTES) {
            var part = Arrays.copyOfRange(file, from, Math.min(file.length, from + BYTES));
            var sealed = cipher.seal(Base64.getEncoder().encodeToString(part));
            mongo.save(new Piece(head.id() + '#' + pieces++, sealed, head.at()));
        }
        for (int from = 0, piece = 0; from < rows.size(); from += ROWS, piece++) {
            var part = List.copyOf(rows.subList(from, Math.min(rows.size(), from + ROWS)));
            mongo.save(new Rows(head.id() + '#' + piece, part, head.at()));
        }
        mongo.save(new ImportReceipt(
                head.id(),
                head.form(),
                head.at(),
                head.by(),
                head.firm(),
                head.district(),
                head.about(),
                head.counts(),
                head.complete(),
                head.reading(),
                pieces));
    }

    Optional<ImportReceipt> find(String form, String id) {
        return Optional.ofNullable(mongo.findById(id, ImportReceipt.class))
                .filter(receipt -> receipt.form().equals(form));
    }

    /// The receipts of a sender and his firm, the newest first.
    Page<ImportReceipt> page(String form, CommandContext context, @Nullable Instant before, int limit) {
        var firm = context.actor().creditCode();
        var criteria = Criteria.where("form").is(form);
        criteria = firm == null
                ? criteria.and("by").is(context.actor().id())
                : criteria.and("firm").is(firm);
        if (before != null) {
            criteria = criteria.and("at").lt(before);
        }
        var query =
                Query.query(criteria).with(Sort.by(Sort.Direction.DESC, "at")).limit(limit + 1);
        return Page.of(mongo.find(query, ImportReceipt.class), limit, receipt -> receipt.at()
                .toString());
    }

    /// The rows after one row.
    List<RowVerdict> rows(ImportReceipt receipt, int after, int limit) {
        var rows = new ArrayList<RowVerdict>();
        walk(receipt, row -> {
            if (row.row() > after && rows.size() < limit) {
                rows.add(row);
            }
        });
        return rows;
    }

    void walk(ImportReceipt receipt, Consumer<RowVerdict> visitor) {
        for (int piece = 0; ; piece++) {
            var rows = mongo.findById(receipt.id() + '#' + piece, Rows.class);
            if (rows == null) {
                return;
            }
            rows.rows().forEach(visitor);
        }
    }

    /// The file as it was sent, as long as it is kept.
    Optional<byte[]> file(ImportReceipt receipt) {
        var file = new ByteArrayOutputStream();
        for (int piece = 0; piece < receipt.chunks(); piece++) {
            var kept = mongo.findById(receipt.id() + '#' + piece, Piece.class);
            if (kept == null) {
                return Optional.empty();
            }
            file.writeBytes(Base64.getDecoder().decode(cipher.open(kept.sealed())));
        }
        return Optional.of(file.toByteArray());
    }
}
