package cn.sanming.migrant.legalaid.arrears.client;

import cn.sanming.migrant.legalaid.arrears.ArrearsAnswer;
import cn.sanming.migrant.legalaid.arrears.ArrearsBook;
import cn.sanming.migrant.platform.calls.DepartmentClient;

/// Asks the wage department for an employer's arrears; while it is silent the answer comes from our own copy and
/// says so.
public final class WageClient {

    private static final int MOST = 200;

    private final WageArrears wages;
    private final DepartmentClient department;
    private final ArrearsBook book;

    WageClient(WageArrears wages, DepartmentClient department, ArrearsBook book) {
        this.wages = wages;
        this.department = department;
        this.book = book;
    }

    /// Never fails: what cannot be asked is answered from the copy.
    public ArrearsAnswer openArrears(String employerUscc) {
        return department.ask(
                () -> answer(employerUscc), () -> ArrearsAnswer.degraded(employerUscc, book.openOf(employerUscc)));
    }

    private ArrearsAnswer answer(String employerUscc) {
        var items = wages.of(employerUscc, MOST).items().stream()
                .filter(arrears -> !"CLEARED".equals(arrears.state()))
                .map(arrears -> new ArrearsAnswer.Row(
                        arrears.id(),
                        arrears.projectId(),
                        arrears.period(),
                        arrears.workers(),
                        arrears.total(),
                        arrears.level(),
                        arrears.effectiveDueDate()))
                .toList();
        return new ArrearsAnswer(employerUscc, false, items);
    }
}
