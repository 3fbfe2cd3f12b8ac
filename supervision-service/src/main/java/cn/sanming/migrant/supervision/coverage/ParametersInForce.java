package cn.sanming.migrant.supervision.coverage;

import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Parameter;
import cn.sanming.migrant.platform.reference.Policy;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The figures a measure is carried out by (政策参数). Those of this department are the ones it decides by; those of
/// the other departments are as they were released with it, taken from their own files by the build.
@Component
class ParametersInForce {

    private static final String OWN = "supervision-service";
    private static final List<String> OTHERS = List.of(
            "job-service",
            "subsidy-service",
            "training-service",
            "housing-service",
            "wage-service",
            "legal-aid-service",
            "community-service");

    private final Map<String, Policy> policies = new LinkedHashMap<>();

    /// @param services who decides by it
    /// @param basis    P, V, M or A: how sure it is
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(
            String id,
            List<String> services,
            @Nullable String value,
            String unit,
            String basis,
            boolean verified,
            String clause,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String district) {}

    ParametersInForce(Policy own) {
        OTHERS.forEach(service -> policies.put(service, released(service)));
        policies.put(OWN, own);
    }

    private static Policy released(String service) {
        var file = "/released/" + service + "/parameters.yaml";
        return Policy.load(
                Objects.requireNonNull(ParametersInForce.class.getResourceAsStream(file), () -> file + " is missing"));
    }

    List<Row> of(String measure, LocalDate on, @Nullable String district) {
        var rows = new LinkedHashMap<String, Row>();
        policies.forEach((service, policy) -> policy.all().stream()
                .filter(parameter -> parameter.measures().contains(measure))
                .filter(parameter -> isInForce(parameter, on, district))
                .forEach(parameter -> rows.merge(
                        parameter.id() + '/' + parameter.district(),
                        row(parameter, service),
                        ParametersInForce::both)));
        return List.copyOf(rows.values());
    }

    private static boolean isInForce(Parameter parameter, LocalDate on, @Nullable String district) {
        var place = parameter.district();
        return !on.isBefore(parameter.validFrom())
                && (parameter.validTo() == null || on.isBefore(parameter.validTo()))
                && (district == null || place == null || place.equals(Divisions.CITY) || place.equals(district));
    }

    private static Row row(Parameter parameter, String service) {
        return new Row(
                parameter.id(),
                List.of(service),
                parameter.value(),
                parameter.unit(),
                parameter.basis(),
                parameter.verified(),
                parameter.citation(),
                parameter.validFrom(),
                parameter.validTo(),
                parameter.district());
    }

    /// The department that is named first owns the figure; the other decides by the same.
    private static Row both(Row owner, Row other) {
        var services = new ArrayList<>(owner.services());
        services.addAll(other.services());
        return new Row(
                owner.id(),
                List.copyOf(services),
                owner.value(),
                owner.unit(),
                owner.basis(),
                owner.verified(),
                owner.clause(),
                owner.validFrom(),
                owner.validTo(),
                owner.district());
    }
}
