package cn.sanming.migrant.gateway.messages;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.reference.WorkerId;
import java.util.ArrayList;
import java.util.List;

/// Whose box a message lies in (收件人): a worker, a firm, a unit, or everybody of one trade.
///
/// @param key kind and code, such as `unit:SM-CZJ`; never anything personal
public record Recipient(String key) {

    private static final String WORKER = "worker:";
    private static final String GUARDIANS = "guardians:";

    public static Recipient worker(String workerId) {
        return new Recipient(WORKER + workerId);
    }

    public static Recipient firm(String creditCode) {
        return new Recipient("firm:" + creditCode);
    }

    public static Recipient unit(String unit) {
        return new Recipient("unit:" + unit);
    }

    /// Everybody who acts in this role, in the message's district.
    public static Recipient role(String role) {
        return new Recipient("role:" + role);
    }

    /// The guardians named in a school enrolment; only the school department knows them.
    public static Recipient guardiansOf(String enrolment) {
        return new Recipient(GUARDIANS + enrolment);
    }

    /// An applicant may be a person or a firm.
    public static Recipient applicant(String id) {
        return isWorker(id) ? worker(id) : firm(id);
    }

    private static boolean isWorker(String id) {
        try {
            return new WorkerId(id).value().equals(id);
        } catch (IllegalArgumentException _) { // then it is a credit code
            return false;
        }
    }

    /// Every box the holder of a token may open.
    static List<String> boxesOf(Actor actor) {
        var keys = new ArrayList<String>();
        if (actor.workerId() != null) {
            keys.add(worker(actor.workerId()).key());
        }
        if (actor.creditCode() != null) {
            keys.add(firm(actor.creditCode()).key());
        }
        if (actor.unit() != null) {
            keys.add(unit(actor.unit()).key());
        }
        actor.roles().forEach(role -> keys.add(role(role).key()));
        return keys;
    }

    boolean isAPerson() {
        return key.startsWith(WORKER);
    }

    boolean isToBeFound() {
        return key.startsWith(GUARDIANS);
    }

    WorkerId workerId() {
        return new WorkerId(key.substring(WORKER.length()));
    }

    String enrolment() {
        return key.substring(GUARDIANS.length());
    }

    @Override
    public String toString() {
        return key;
    }
}
