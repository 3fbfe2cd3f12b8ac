package cn.sanming.migrant.subsidy.client;

import cn.sanming.migrant.platform.calls.CallFeign;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A placement at the job department, as far as it is read here.
@FeignClient(name = "job-service", url = "${migrant.calls.job-service.url}", configuration = CallFeign.class)
interface JobDepartment {

    record Facts(
            String personId,
            String employerUscc,
            LocalDate startOn,
            @Nullable String agencyUscc) {}

    record Placement(String id, Facts facts, @Nullable LocalDate endOn) {}

    @GetMapping("/api/v1/jobs/placements/{id}")
    Placement placement(@PathVariable("id") String id);
}
