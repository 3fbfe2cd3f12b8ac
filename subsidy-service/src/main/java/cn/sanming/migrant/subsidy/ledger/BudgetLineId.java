package cn.sanming.migrant.subsidy.ledger;

/// Names of budgetLines. The business year of a budget (预算年度) is the calendar year of the approval.
public final class BudgetLineId {

    private BudgetLineId() {}

    public static String ofBudget(String measure, String district, int year) {
        return "budget:" + measure + ':' + district + ':' + year;
    }

    /// @param scope nothing for a cap that lasts for ever, or the year it is for
    public static String ofCap(String kind, String whose, String scope) {
        return "cap:" + kind + ':' + whose + (scope.isEmpty() ? "" : ":" + scope);
    }
}
