package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.web.Bodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Vacancies by the file (批量导入): a JSON array or one JSON object per line; every row gets its own verdict, and the
/// same
/// file again changes nothing.
@RestController
class VacancyImportController {

    private static final int LARGEST = 5000;

    private final VacancyDesk desk;
    private final Bodies bodies;
    private final JsonMapper mapper;

    VacancyImportController(VacancyDesk desk, Bodies bodies, JsonMapper mapper) {
        this.desk = desk;
        this.bodies = bodies;
        this.mapper = mapper;
    }

    /// What became of a row.
    enum Fate {
        CREATED,
        UNCHANGED,
        DUPLICATE,
        REJECTED
    }

    record Row(
            int row,
            Fate verdict,
            @Nullable String id,
            @Nullable String other,
            List<Reason> errors) {}

    record Receipt(int rows, long created, long unchanged, long rejected, List<Row> items) {}

    @PostMapping(
            path = VacancyDesk.PATH + "/imports",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/x-ndjson"})
    Outcome<Receipt> take(@RequestBody String body, Act act) {
        if (!act.actor().hasAny(Set.of("EMPLOYER", "AGENCY"))) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var rows = rows(body.strip());
        if (rows.size() > LARGEST) {
            return Outcome.refused(
                    Refusal.Kind.TOO_LARGE, Reason.of("TOO_MANY_ROWS").required(LARGEST, rows.size()));
        }
        var items = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            items.add(row(i + 1, rows.get(i), act));
        }
        long created = count(items, Fate.CREATED);
        long unchanged = count(items, Fate.UNCHANGED);
        return Outcome.done(new Receipt(items.size(), created, unchanged, items.size() - created - unchanged, items));
    }

    private static long count(List<Row> items, Fate fate) {
        return items.stream().filter(item -> item.verdict() == fate).count();
    }

    /// Each row as JSON, or nothing where it is none.
    private List<@Nullable JsonNode> rows(String body) {
        var whole = body.startsWith("[") ? parse(body) : null;
        var rows = new ArrayList<@Nullable JsonNode>();
        if (whole != null) {
            whole.forEach(rows::add);
        } else {
            body.lines().filter(line -> !line.isBlank()).forEach(line -> rows.add(parse(line)));
        }
        return rows;
    }

    private @Nullable JsonNode parse(String json) {
        try {
            return mapper.readTree(json);
        } catch (JacksonException _) {
            return null;
        }
    }

    private Row row(int number, @Nullable JsonNode node, Act act) {
        if (node == null) {
            return new Row(number, Fate.REJECTED, null, null, List.of(Reason.of("MALFORMED_JSON")));
        }
        var read = bodies.read(node, VacancyOffer.class, false);
        if (read.value() == null) {
            return new Row(number, Fate.REJECTED, null, null, read.faults());
        }
        return switch (desk.takeRow(read.value(), act)) {
            case Outcome.Created<Vacancy>(Vacancy vacancy, String location) ->
                new Row(number, Fate.CREATED, vacancy.id(), location, List.of());
            case Outcome.Done<Vacancy>(Vacancy vacancy) ->
                new Row(number, Fate.UNCHANGED, vacancy.id(), null, List.of());
            case Outcome.Refused<Vacancy>(Refusal refusal) ->
                new Row(
                        number,
                        refusal.kind() == Refusal.Kind.DUPLICATE ? Fate.DUPLICATE : Fate.REJECTED,
                        null,
                        refusal.other(),
                        refusal.reasons());
        };
    }
}
