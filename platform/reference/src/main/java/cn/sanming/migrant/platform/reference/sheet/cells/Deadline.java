package cn.sanming.migrant.platform.reference.sheet.cells;

/// The rows, cells and seconds that one walk through one sheet has left (余量).
public final class Deadline {

    private final SheetBudget budget;
    private final long end;
    private int rows;
    private int cells;

    public Deadline(SheetBudget budget) {
        this.budget = budget;
        this.end = System.nanoTime() + budget.time().toNanos();
    }

    public void row() {
        if (++rows > budget.rows()) {
            throw UnreadableSheet.over("TOO_MANY_ROWS", budget.rows());
        }
        if (rows % 64 == 0) {
            clock();
        }
    }

    public void cell() {
        if (++cells > budget.cells()) {
            throw UnreadableSheet.over("TOO_MANY_CELLS", budget.cells());
        }
        if (cells % 4096 == 0) {
            clock();
        }
    }

    private void clock() {
        if (System.nanoTime() - end > 0) {
            throw UnreadableSheet.over("SHEET_TAKES_TOO_LONG", budget.time().toSeconds());
        }
    }
}
