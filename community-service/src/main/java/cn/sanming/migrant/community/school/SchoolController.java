package cn.sanming.migrant.community.school;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Body;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Schools and their places over HTTP.
@RestController
@RequestMapping(SchoolDesk.PATH)
class SchoolController {

    private final SchoolDesk desk;

    SchoolController(SchoolDesk desk) {
        this.desk = desk;
    }

    /// @param unit code of the unit whose users act for the school; the school's id if there is none
    record Registration(
            @NotBlank @Size(max = 80) String name,
            String district,
            Stage stage,
            @JsonProperty("public") boolean open,
            @Nullable @Size(min = 1, max = 40) String unit,
            School.@Nullable Place place) {}

    record Plan(@PositiveOrZero int seats) {}

    record Step(School.Standard standardState, @Nullable LocalDate on) {}

    record Listed(List<SchoolView> items) {}

    @PostMapping
    Outcome<SchoolView> register(@Body Registration body, CommandContext context) {
        return desk.register(body, context);
    }

    @PutMapping("/{id}/seats/{year}")
    Outcome<SchoolView> allot(@PathVariable String id, @PathVariable int year, @Body Plan body, Actor actor) {
        return desk.allot(id, year, body.seats(), actor);
    }

    @PostMapping("/{id}/standard")
    Outcome<SchoolView> standard(@PathVariable String id, @Body Step body, CommandContext context) {
        return desk.standard(id, body.standardState(), body.on(), context);
    }

    @GetMapping("/{id}")
    Outcome<SchoolView> one(@PathVariable String id) {
        return desk.find(id).map(school -> Outcome.done(desk.view(school))).orElseGet(Outcome::notFound);
    }

    @GetMapping
    Listed list(@RequestParam String district, @RequestParam(required = false) @Nullable Stage stage) {
        return new Listed(desk.list(district, stage).stream().map(desk::view).toList());
    }
}
