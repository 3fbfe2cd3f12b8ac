package cn.sanming.migrant.community.health.clinic;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Plans and opens park clinics (推进园区医务室建设).
@Component
class ParkClinicDesk {

    static final Command<ParkClinic, Plan> OPEN = Command.of("openPublicWorksProject", Plan.class);
    static final Command<ParkClinic, Command.Nothing> APPROVE = Command.of("approvePublicWorksProject");
    static final Command<ParkClinic, Command.Nothing> START = Command.of("startPublicWorksProject");
    static final Command<ParkClinic, Completion> COMPLETE = Command.of("completePublicWorksProject", Completion.class);
    static final Command<ParkClinic, Command.Nothing> PUT_INTO_USE = Command.of("putIntoUsePublicWorksProject");
    static final Command<ParkClinic, Command.Nothing> CANCEL = Command.of("cancelPublicWorksProject");

    static final String PATH = "/api/v1/community/park-clinics";

    private static final String KEEPER = "HEALTH_OFFICER";

    record Plan(@NotBlank @Size(max = 120) String park, String district) {}

    record Completion(@Positive int actualRooms) {}

    ParkClinicDesk(Cases cases) {
        cases.define(ParkClinic.class, "PublicWorksProject", PATH)
                .opens(OPEN, Set.of(KEEPER), ParkClinicDesk::plan)
                .on(APPROVE, (_, context) -> ofTheTrade(context, Verdict::granted))
                .on(START, (_, context) -> ofTheTrade(context, Verdict::granted))
                .on(
                        COMPLETE,
                        (clinic, body, context) -> ofTheTrade(context, () -> {
                            clinic.rooms = body.actualRooms();
                            return Verdict.granted();
                        }))
                .on(PUT_INTO_USE, (clinic, context) -> ofTheTrade(context, () -> clinic.open(context)))
                .on(CANCEL, (_, context) -> ofTheTrade(context, Verdict::granted))
                .readableBy("HEALTH_WORKER")
                .shownAs(ParkClinic.View.class, ParkClinic.View::of);
    }

    /// The life cycle is shared by housing, schools, health and culture; a clinic is health's own.
    private static Verdict ofTheTrade(CommandContext context, Supplier<Verdict> step) {
        return context.actor().has(KEEPER)
                ? step.get()
                : Verdict.refused(
                        Kind.FORBIDDEN_ROLE,
                        Reason.of("FORBIDDEN_ROLE")
                                .required(KEEPER, context.actor().roles()));
    }

    private static Outcome<ParkClinic> plan(Plan plan, CommandContext context) {
        var district = Divisions.sanming().current(plan.district());
        if (Divisions.sanming().find(district).isEmpty()) {
            return Outcome.refused(Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!context.actor().mayActIn(district)) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT,
                    Reason.of("OTHER_DISTRICT")
                            .required(district, context.actor().county()));
        }
        var id = Ids.next("pc");
        return Outcome.created(
                new ParkClinic(id, CaseFile.opened(id, ClinicState.PLANNED, district, context), plan.park()), "");
    }
}
