package cn.sanming.migrant.platform.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One adjustment of the minimum wage (最低工资标准) of Fujian: the amounts of all its classes, first class first, and
/// which of them each class of [Division#minimumWageClass()] takes.
public record MinimumWage(
        LocalDate effectiveFrom,
        List<Money> monthly,
        List<Money> hourly,
        Map<String, Integer> ranks,
        boolean verified,
        String confidence) {

    public MinimumWage {
        monthly = List.copyOf(monthly);
        hourly = List.copyOf(hourly);
        ranks = Map.copyOf(ranks);
        int classes = monthly.size();
        if (hourly.size() != classes || ranks.values().stream().anyMatch(rank -> rank < 1 || rank > classes)) {
            throw new IllegalArgumentException("the minimum wages of " + effectiveFrom + " do not fit their classes");
        }
    }

    Money monthly(Division division) {
        return monthly.get(rank(division));
    }

    Money hourly(Division division) {
        return hourly.get(rank(division));
    }

    private int rank(Division division) {
        var rank = ranks.get(division.minimumWageClass());
        if (rank == null) {
            throw new ParameterMissing("minimum_wage.class." + division.minimumWageClass(), effectiveFrom);
        }
        return rank - 1;
    }
}
