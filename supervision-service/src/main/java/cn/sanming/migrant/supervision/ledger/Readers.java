package cn.sanming.migrant.supervision.ledger;

import cn.sanming.migrant.platform.kernel.Actor;
import java.util.List;

/// Who may read about others (查阅权限): officers, within their county. Everybody else reads about themselves.
public final class Readers {

    private static final List<String> OFFICERS = List.of(
            "SUPERVISOR",
            "LEAD_OFFICER",
            "UNIT_OFFICER",
            "HR_OFFICER",
            "HR_HEAD",
            "FINANCE_OFFICER",
            "INSPECTOR",
            "INSPECTION_HEAD",
            "LEGAL_AID_OFFICER",
            "JUDICIAL_OFFICER",
            "ARB_REGISTRAR",
            "ARBITRATOR",
            "HOUSING_OFFICER",
            "EDU_OFFICER",
            "HEALTH_OFFICER",
            "CULTURE_OFFICER",
            "UNION_OFFICER",
            "PUBLICITY_OFFICER");

    private Readers() {}

    public static boolean isOfficer(Actor actor) {
        return actor.hasAny(OFFICERS);
    }

    /// Whether a timeline is the actor's own: a worker's by the pseudonym, a firm's by its code.
    static boolean isOwn(Actor actor, String subject) {
        return subject.equals(actor.workerId()) || subject.equals(actor.creditCode());
    }
}
