package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.reference.CreditCode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may see a site and who may write in its books, where no case definition decides it.
public final class SiteAccess {

    /// Officers who look after sites.
    public static final Set<String> OFFICERS =
            Set.of("HR_OFFICER", "HOUSING_OFFICER", "INSPECTOR", "INSPECTION_HEAD", "SUPERVISOR");

    private SiteAccess() {}

    public static boolean mayRead(ConstructionProject project, Actor actor) {
        return isOfficer(actor, project.file().district())
                || project.involves(actor.creditCode())
                || project.terms().ownerUscc().equals(actor.creditCode());
    }

    /// The general contractor for everybody, a subcontractor for its own workers.
    public static boolean mayRecord(ConstructionProject project, String employerUscc, Actor actor) {
        var code = actor.creditCode();
        return project.terms().contractorUscc().equals(code) || employerUscc.equals(code) && project.involves(code);
    }

    public static boolean isOfficer(Actor actor, @Nullable String district) {
        return actor.hasAny(OFFICERS) && actor.mayActIn(district);
    }

    /// What is wrong with a firm's code. A code that fails only its check character stands when an officer, who has
    /// seen the licence, hands it in.
    public static Optional<String> fault(String uscc, Actor actor) {
        return CreditCode.fault(uscc)
                .filter(fault -> fault != CreditCode.Fault.CHECK_CHAR || !actor.hasAny(OFFICERS))
                .map(fault -> "CREDIT_CODE_" + fault);
    }
}
