package cn.sanming.migrant.platform.reference.sheet.cells;

import java.util.List;

/// One row of a sheet as it stands (行).
///
/// @param number as the program on the desk shows it, from 1
public record RawRow(int number, List<Cell> cells) {

    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(Cell::isEmpty);
    }

    /// Where a cell stands, such as `H5`.
    public static String address(int row, int column) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }
}
