package cn.sanming.migrant.supervision.budget;

import cn.sanming.migrant.platform.reference.Money;

/// What one application takes from a budget (用款); of two messages about it the later in its own sequence counts.
public record Claim(Standing standing, Money amount, long sequence) {

    /// `RELEASED` gave back what it had committed.
    public enum Standing {
        COMMITTED,
        PAID,
        RELEASED
    }

    Money committed() {
        return standing == Standing.COMMITTED ? amount : Money.ZERO;
    }

    Money paid() {
        return standing == Standing.PAID ? amount : Money.ZERO;
    }
}
