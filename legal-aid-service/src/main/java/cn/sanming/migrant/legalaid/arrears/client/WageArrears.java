package cn.sanming.migrant.legalaid.arrears.client;

import cn.sanming.migrant.platform.calls.CallFeign;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The wage department's list of arrears, as far as it is read here.
@FeignClient(name = "wage-service", url = "${migrant.calls.wage-service.url}", configuration = CallFeign.class)
interface WageArrears {

    record Arrears(
            String id,
            @Nullable String projectId,
            @Nullable String period,
            int workers,
            Money total,
            @Nullable String level,
            @Nullable LocalDate effectiveDueDate,
            @Nullable String state) {}

    record Found(List<Arrears> items) {}

    @GetMapping("/api/v1/wages/arrears")
    Found of(@RequestParam("employer_uscc") String employerUscc, @RequestParam("limit") int limit);
}
