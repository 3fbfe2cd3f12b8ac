package cn.sanming.migrant.platform.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One adjustment of the minimum wage (最低工资标准) of Fujian: the amounts of all its classes, first class first, and which
/// of them each class of [Division#minimumWageClass()] takes.
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
    }

    Money monthly(Division division) {
        return monthly.get(rank(division));
    }

    Money hourly(Division division) {
        return hourly.get(rank(division));
    }

    private int rank(Division division) {
        return ranks.get(division.minimumWageClass()) - 1;
    }
}
