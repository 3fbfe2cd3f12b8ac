package cn.sanming.migrant.community.school;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// A general school (总校制, M08.5): a head school that shares teachers with its member schools.
@Document("school_clusters")
public record SchoolCluster(
        @Id String id,
        @Version @Nullable Long version,
        String headSchool,
        @Indexed List<String> memberSchools,
        LocalDate since,
        int sharedTeachers) {}
