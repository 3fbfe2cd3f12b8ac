package cn.sanming.migrant.community.school.known.client;

import cn.sanming.migrant.platform.calls.CallFeign;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The wage department's insurance records, as far as they are read here.
@FeignClient(name = "wage-service", url = "${migrant.calls.wage-service.url}", configuration = CallFeign.class)
interface WageInsurance {

    record Spell(@Nullable String scheme, int monthsPaid) {}

    record Found(List<Spell> items) {}

    @GetMapping("/api/v1/wages/insurance-records")
    Found of(@RequestParam("person_id") String personId, @RequestParam("limit") int limit);
}
