package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/// The result of a query, in parts.
interface Batches {

    /// A batch is not larger than this, in bytes, unless it is a single document.
    long LARGEST = 16 << 20;

    List<Document> next(int most);

    boolean isExhausted();

    /// Documents that were computed and cannot change any more.
    static Batches of(List<Document> documents) {
        return new Batches() {
            private int at;

            @Override
            public List<Document> next(int most) {
                var batch = new ArrayList<Document>();
                long size = 0;
                while (batch.size() < most && at < documents.size()) {
                    size += documents.size() == 1 ? 0 : Sizes.of(documents.get(at));
                    if (size > LARGEST && !batch.isEmpty()) {
                        break;
                    }
                    batch.add(documents.get(at++));
                }
                return batch;
            }

            @Override
            public boolean isExhausted() {
                return at == documents.size();
            }
        };
    }
}
