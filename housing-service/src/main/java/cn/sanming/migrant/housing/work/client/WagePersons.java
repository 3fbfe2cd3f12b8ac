package cn.sanming.migrant.housing.work.client;

import cn.sanming.migrant.platform.calls.CallFeign;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The wage department's answers about one person, as far as they are read here. An employment ends on the day
/// after the last one, an insurance record on its last day.
@FeignClient(name = "wage-service", url = "${migrant.calls.wage-service.url}", configuration = CallFeign.class)
interface WagePersons {

    record Period(LocalDate from, @Nullable LocalDate to) {}

    record Employment(String employerUscc, @Nullable String district, Period period) {}

    record Employments(List<Employment> items) {}

    record Insurance(
            String scheme,
            @Nullable String employerUscc,
            @Nullable String district,
            LocalDate from,
            @Nullable LocalDate to) {}

    record Insurances(List<Insurance> items) {}

    @GetMapping("/api/v1/wages/persons/{personId}/employments")
    Employments employments(@PathVariable("personId") String personId);

    @GetMapping("/api/v1/wages/insurance-records")
    Insurances insurances(
            @RequestParam("person_id") String personId,
            @RequestParam("scheme") String scheme,
            @RequestParam("limit") int limit);
}
