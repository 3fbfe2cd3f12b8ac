package cn.sanming.migrant.legalaid.station;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A station or contact point (工作站、联络点) with its address and hours; the telephone is the office's.
@Document("stations")
record Station(
        @Id String id,
        @Version @Nullable Long version,
        Kind kind,
        String name,
        @Indexed String district,
        String town,
        String address,
        String hours,
        boolean takesApplications) {

    enum Kind {
        STATION,
        CONTACT_POINT
    }
}
