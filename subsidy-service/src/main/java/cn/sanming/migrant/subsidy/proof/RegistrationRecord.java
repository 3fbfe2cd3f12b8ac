package cn.sanming.migrant.subsidy.proof;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// An unemployment registration (失业登记): the flag of an eligible group for guaranteed loans while it is not cancelled.
@Document("registrations")
record RegistrationRecord(
        @Id String id,
        @Indexed String personId,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate cancelledOn) {}
