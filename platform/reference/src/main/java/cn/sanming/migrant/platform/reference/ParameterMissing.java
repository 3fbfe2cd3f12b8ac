package cn.sanming.migrant.platform.reference;

import java.time.LocalDate;

/// No row of a parameter holds a value on the business date: the rule cannot be decided.
public final class ParameterMissing extends RuntimeException {

    public static final String CODE = "PARAMETER_MISSING";

    private final String id;
    private final LocalDate date;

    public ParameterMissing(String id, LocalDate date) {
        super("the parameter " + id + " has no value on " + date);
        this.id = id;
        this.date = date;
    }

    public String code() {
        return CODE;
    }

    public String id() {
        return id;
    }

    public LocalDate date() {
        return date;
    }
}
