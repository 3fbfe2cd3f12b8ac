package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.School;
import cn.sanming.migrant.community.school.SchoolDesk;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.ResidentId;
import cn.sanming.migrant.platform.reference.WorkerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// Takes in an application (受理入学申请): at once, from the guardian or the education department, one for each child and
/// school year. Age and papers are looked at later; a child too young is told so by the officer.
@Component
class EnrolmentIntake {

    static final String PATH = "/api/v1/community/enrolments";

    private static final List<String> OVER = List.of("REJECTED", "WITHDRAWN", "DECLINED");

    private final MongoTemplate mongo;
    private final SchoolDesk schools;
    private final FieldCipher cipher;
    private final FamilyMerits merits;

    EnrolmentIntake(MongoTemplate mongo, SchoolDesk schools, FieldCipher cipher, FamilyMerits merits) {
        this.mongo = mongo;
        this.schools = schools;
        this.cipher = cipher;
        this.merits = merits;
    }

    Outcome<SchoolEnrolment> take(Application wanted, CommandContext context) {
        var guardians =
                wanted.guardianIds().stream().map(WorkerId::value).distinct().toList();
        var own = context.actor().workerId();
        if (!context.actor().has("EDU_OFFICER") && (own == null || !guardians.contains(own))) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.at("/guardian_ids", "ONLY_FOR_YOUR_OWN_CHILD"));
        }
        var district = Divisions.sanming().current(wanted.district());
        var preferences = wanted.preferences() == null
                ? List.<String>of()
                : wanted.preferences().stream().distinct().toList();
        var faults = faults(wanted, district, preferences, context);
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        if (own == null && !context.actor().mayActIn(district)) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT,
                    Reason.of("OTHER_DISTRICT")
                            .required(district, context.actor().county()));
        }
        return enter(wanted, guardians, district, preferences, context);
    }

    private Outcome<SchoolEnrolment> enter(
            Application wanted,
            List<String> guardians,
            String district,
            List<String> preferences,
            CommandContext context) {
        var child = wanted.child();
        var id = "";
        for (int attempt = 1; ; attempt++) {
            id = Ids.of(
                    "se",
                    child.childId().value(),
                    Integer.toString(wanted.schoolYear()),
                    wanted.stage().name(),
                    Integer.toString(attempt));
            var earlier = mongo.findById(id, SchoolEnrolment.class);
            if (earlier == null) {
                break;
            }
            if (!OVER.contains(earlier.file.state())) {
                return Outcome.duplicate(PATH + '/' + id, Reason.at("/child", "ALREADY_APPLIED"));
            }
        }
        var number = child.idNo();
        var enrolment = new SchoolEnrolment(
                id,
                CaseFile.opened(id, EnrolmentState.SUBMITTED, district, context),
                child.childId().value(),
                child.birthDate(),
                number == null ? null : cipher.protect(number),
                number == null ? null : wanted.schoolYear() + "|" + cipher.blindIndex(number),
                guardians,
                wanted.schoolYear(),
                wanted.stage(),
                SchoolEnrolment.groupOf(district, wanted.schoolYear(), wanted.stage()),
                wanted.home(),
                context.today(),
                wanted.channel(),
                preferences,
                wanted.declared() == null ? Declared.NOTHING : wanted.declared());
        enrolment.needed = merits.of(enrolment, context.today()).needed();
        enrolment.submitted(context);
        return Outcome.created(enrolment, "");
    }

    private List<Reason> faults(Application wanted, String district, List<String> preferences, CommandContext context) {
        var faults = new ArrayList<Reason>();
        if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (wanted.child().birthDate().isAfter(context.today())) {
            faults.add(Reason.at("/child/birth_date", "DAY_IN_FUTURE"));
        }
        var number = wanted.child().idNo();
        if (number != null
                && (ResidentId.fault(number, context.today()).isPresent()
                        || !new ResidentId(number)
                                .birthDate()
                                .equals(wanted.child().birthDate()))) {
            faults.add(Reason.at("/child/id_no", "NOT_THE_CHILDS_NUMBER"));
        }
        if (preferences.isEmpty() && (wanted.channel() == Channel.POINTS || wanted.home() == null)) {
            faults.add(Reason.at("/preferences", "NO_PREFERENCE"));
        }
        Map<String, School> known =
                schools.all(preferences).stream().collect(Collectors.toMap(School::id, Function.identity()));
        for (int i = 0; i < preferences.size(); i++) {
            var school = known.get(preferences.get(i));
            if (school == null || school.stage() != wanted.stage()) {
                faults.add(Reason.at("/preferences/" + i, "UNKNOWN_SCHOOL"));
            } else if (!school.open()) {
                faults.add(Reason.at("/preferences/" + i, "NOT_A_PUBLIC_SCHOOL"));
            }
        }
        return faults;
    }
}
