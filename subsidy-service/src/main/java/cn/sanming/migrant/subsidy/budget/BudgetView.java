package cn.sanming.migrant.subsidy.budget;

import cn.sanming.migrant.platform.reference.Money;
import java.util.List;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// What is left of a measure's money in a county and year (可用资金). What is available stands as its own figure, so that
/// one conditional update can take from it.
///
/// @param allocations what each budget of the supervision department allots
/// @param claims      applications whose money is reserved; @param settled those whose money has gone out
@Document("budgets")
record BudgetView(
        @Id String id,
        Money allocated,
        Money available,
        Money committed,
        Money paid,
        Map<String, Money> allocations,
        List<String> claims,
        List<String> settled) {

    static String idOf(String measure, String district, int year) {
        return measure + ':' + district + ':' + year;
    }
}
