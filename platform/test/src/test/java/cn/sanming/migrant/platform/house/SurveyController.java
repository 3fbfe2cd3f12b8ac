package cn.sanming.migrant.platform.house;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Body;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Asks for many things at once, so that many can be wrong.
@RestController
class SurveyController {

    enum Colour {
        RED,
        GREEN
    }

    record Place(@NotBlank String town, @Positive int houses) {}

    record Survey(
            @NotBlank String title,
            @Size(max = 3) String code,
            Colour colour,
            Place place,
            List<Place> others,
            @Nullable BigDecimal area) {}

    @GetMapping("/api/v1/tickets/surveys/{year}")
    Outcome<String> list(
            @PathVariable int year,
            @RequestParam LocalDate from,
            @RequestParam("at_most") int most,
            @RequestParam(required = false) @Nullable Colour colour,
            @RequestParam(defaultValue = "all") String kind) {
        return Outcome.done(year + " " + from + " " + most + " " + colour + " " + kind);
    }

    @PostMapping("/api/v1/tickets/surveys")
    Outcome<String> answer(@Body Survey survey) {
        return Outcome.done(survey.title());
    }
}
