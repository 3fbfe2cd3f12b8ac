package cn.sanming.migrant.platform.reference;

/// A deadline reaches into a year whose holidays are not loaded: the answer is refused, never guessed.
public final class CalendarMissing extends RuntimeException {

    public static final String CODE = "CALENDAR_MISSING";

    private final int year;

    public CalendarMissing(int year) {
        super("the working-day calendar of " + year + " is not loaded");
        this.year = year;
    }

    public String code() {
        return CODE;
    }

    public int year() {
        return year;
    }
}
