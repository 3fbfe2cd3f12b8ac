package cn.sanming.migrant.community.station;

import java.util.ArrayList;
import java.util.List;

/// A square of a twentieth of a degree, about five kilometres (网格): the key that any store can index.
record Cell(int row, int column) {

    private static final int PER_DEGREE = 20;

    static Cell of(Position position) {
        return new Cell((int) Math.floor(position.latitude() * PER_DEGREE), (int)
                Math.floor(position.longitude() * PER_DEGREE));
    }

    String key() {
        return row + ":" + column;
    }

    /// The cells exactly so many steps away: a square ring around this one.
    List<String> ring(int steps) {
        var keys = new ArrayList<String>();
        for (int north = -steps; north <= steps; north++) {
            boolean edge = Math.abs(north) == steps;
            for (int east = -steps; east <= steps; east += edge || steps == 0 ? 1 : 2 * steps) {
                keys.add(new Cell(row + north, column + east).key());
            }
        }
        return keys;
    }

    /// No point outside the rings up to this one is nearer to a position in this cell.
    double metresWithin(Position position, int rings) {
        double south = (double) (row - rings) / PER_DEGREE;
        double north = (double) (row + rings + 1) / PER_DEGREE;
        double west = (double) (column - rings) / PER_DEGREE;
        double east = (double) (column + rings + 1) / PER_DEGREE;
        return Math.min(
                Math.min(position.metresToLatitude(south), position.metresToLatitude(north)),
                Math.min(position.metresToLongitude(west), position.metresToLongitude(east)));
    }
}
