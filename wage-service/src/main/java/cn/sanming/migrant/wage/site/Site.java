package cn.sanming.migrant.wage.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What payrolls and arrears need to know of a construction project (工程建设项目).
public record Site(
        String id,
        @Nullable String district,
        String ownerUscc,
        String contractorUscc,
        List<String> subcontractors,
        Industry industry,
        ProjectState state) {

    public Site {
        subcontractors = List.copyOf(subcontractors);
    }
}
