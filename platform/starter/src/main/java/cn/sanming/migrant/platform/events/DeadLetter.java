package cn.sanming.migrant.platform.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What one reaction could not do with one event (死信), or a record that nobody can read.
///
/// @param event    as far as it could be read
/// @param reaction whose work is not done; none if the record could not be read at all
/// @param record   what came in, for the replay; left out in lists
/// @param until    when it may be forgotten; an open one never is
@Document("dead_letters")
@CompoundIndex(name = "by_state", def = "{'state': 1, 'at': 1, '_id': 1}")
record DeadLetter(
        @Id String id,
        @Nullable EventName event,
        @Nullable String reaction,
        Cause cause,
        Instant at,
        Instant lastTriedAt,
        Origin origin,
        int tries,
        State state,
        @Nullable Content record,
        @Nullable Closing closing,
        @Indexed(expireAfter = "0s") @Nullable Instant until) {

    enum State {
        OPEN,
        DONE
    }

    /// How a letter left the list.
    enum Way {
        REPLAYED,
        DISCARDED,
        /// the event came again and the reaction went well
        HAPPENED
    }

    record EventName(String id, String type, String subject) {}

    /// @param words the message without values
    record Cause(String exception, String words) {

        static Cause of(Throwable failure) {
            return new Cause(Causes.kindOf(failure), Causes.wordsOf(failure));
        }
    }

    record Origin(String topic, int partition, long offset) {}

    record Closing(Way way, String by, Instant at, @Nullable String reason) {}

    record Header(String name, byte[] value) {}

    record Content(@Nullable String key, List<Header> headers, byte @Nullable [] value) {

        static Content of(ConsumerRecord<String, byte[]> record) {
            var headers = new ArrayList<Header>();
            record.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
            return new Content(record.key(), headers, record.value());
        }
    }

    /// The record as it came in.
    ConsumerRecord<String, byte[]> asRecord() {
        if (record == null) {
            throw new IllegalStateException("this letter was read without its content");
        }
        var headers = new RecordHeaders();
        record.headers().forEach(header -> headers.add(new RecordHeader(header.name(), header.value())));
        return new ConsumerRecord<>(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                at.toEpochMilli(),
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                headers,
                Optional.empty());
    }
}
