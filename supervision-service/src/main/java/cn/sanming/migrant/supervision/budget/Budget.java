package cn.sanming.migrant.supervision.budget;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.reference.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/// The money for one measure in one county and year (预算); M19.2.
@Document("budgets")
@CompoundIndex(name = "by_measure", def = "{'measure': 1, 'file.district': 1, 'year': 1}")
final class Budget implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final String measure;
    private final String district;
    private final int year;
    private @Nullable String unitCode;
    private Money allocated = Money.ZERO;
    private Money committed = Money.ZERO;
    private Money paid = Money.ZERO;
    private final Map<String, Claim> claims;
    private @Nullable LocalDate exhaustedOn;

    enum State {
        OPEN
    }

    Budget(String id, CaseFile file, String measure, String district, int year, Map<String, Claim> claims) {
        this.id = id;
        this.file = file;
        this.measure = measure;
        this.district = district;
        this.year = year;
        this.claims = claims;
    }

    static String idOf(String measure, String district, int year) {
        return Ids.of("bu", measure, district, Integer.toString(year));
    }

    /// A budget nobody has allocated anything to yet.
    static Budget opened(String measure, String district, int year, CommandContext context) {
        var id = idOf(measure, district, year);
        return new Budget(
                id, CaseFile.opened(id, State.OPEN, district, context), measure, district, year, new HashMap<>());
    }

    void allocate(String unit, Money amount, CommandContext context) {
        unitCode = unit;
        allocated = allocated.plus(amount);
        file.record(new BudgetAllocated(id, measure, unit, district, year, amount), context);
    }

    /// Says once a day by how much it falls short.
    ///
    /// @return whether that is news today
    boolean exhaust(Money shortfall, CommandContext context) {
        if (context.today().equals(exhaustedOn)) {
            return false;
        }
        exhaustedOn = context.today();
        file.record(new BudgetExhausted(id, measure, district, year, shortfall), context);
        return true;
    }

    BigDecimal available() {
        return BudgetRule.available(allocated, committed, paid);
    }

    @Nullable
    Claim claim(String key) {
        return claims.get(key);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    @Nullable
    Long version() {
        return version;
    }

    String measure() {
        return measure;
    }

    String district() {
        return district;
    }

    int year() {
        return year;
    }

    @Nullable
    String unitCode() {
        return unitCode;
    }

    Money allocated() {
        return allocated;
    }

    Money committed() {
        return committed;
    }

    Money paid() {
        return paid;
    }

    int claims() {
        return claims.size();
    }
}
