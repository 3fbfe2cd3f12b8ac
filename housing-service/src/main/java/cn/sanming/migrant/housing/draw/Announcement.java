package cn.sanming.migrant.housing.draw;

import cn.sanming.migrant.housing.unit.Sites;
import cn.sanming.migrant.housing.unit.Unit;
import cn.sanming.migrant.housing.unit.UnitState;
import cn.sanming.migrant.housing.unit.Units;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.protect.FieldCipher;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/// Announces a round (配租公告): the homes are kept for it and the hash of its seed is public before anybody is on the
/// list.
@Component
class Announcement {

    private static final int SEED_BYTES = 32;

    private final Units units;
    private final Sites sites;
    private final FieldCipher cipher;
    private final SecureRandom random = new SecureRandom();

    /// @param closesOn last day on which one may be qualified to take part
    record Form(
            @Size(min = 1, max = 80) String title,
            @Size(min = 1, max = 500) List<@Size(min = 1, max = 40) String> unitIds,
            LocalDate closesOn,
            LocalDate drawOn) {}

    Announcement(Units units, Sites sites, FieldCipher cipher) {
        this.units = units;
        this.sites = sites;
        this.cipher = cipher;
    }

    Outcome<AllocationRound> announce(Form form, CommandContext context) {
        var wanted = form.unitIds().stream().distinct().sorted().toList();
        var found = units.all(wanted);
        if (found.size() < wanted.size()) {
            return Outcome.refused(Kind.GUARD_FAILED, Reason.at("/unit_ids", "UNIT_UNKNOWN"));
        }
        var first = found.getFirst();
        if (!context.actor().mayActIn(first.district())) {
            return Outcome.refused(
                    Kind.OTHER_DISTRICT,
                    Reason.of("OTHER_DISTRICT")
                            .required(first.district(), context.actor().county()));
        }
        var faults = faults(form, found, context);
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.GUARD_FAILED, faults, null));
        }
        var id = Ids.next("ar");
        for (var unit : wanted) {
            if (!units.keep(unit, id, context.today())) {
                units.letGo(id);
                return Outcome.refused(
                        Kind.GUARD_FAILED,
                        Reason.at("/unit_ids", "UNIT_NOT_FREE").required("FREE", unit));
            }
        }
        var seed = newSeed();
        return Outcome.created(
                new AllocationRound(
                        id,
                        CaseFile.opened(id, RoundState.ANNOUNCED, first.district(), context),
                        form.title(),
                        first.programme(),
                        wanted,
                        form.closesOn(),
                        form.drawOn(),
                        Draw.sha256(seed),
                        cipher.seal(seed)),
                "");
    }

    private List<Reason> faults(Form form, List<Unit> found, CommandContext context) {
        var first = found.getFirst();
        var faults = new ArrayList<Reason>();
        if (!found.stream().allMatch(first::isLike)) {
            faults.add(Reason.at("/unit_ids", "UNITS_DIFFER"));
        }
        found.stream()
                .filter(unit -> unit.state() != UnitState.FREE || unit.roundId() != null)
                .forEach(unit -> faults.add(
                        Reason.at("/unit_ids", "UNIT_NOT_FREE").required("FREE", unit.id() + " " + unit.state())));
        if (sites.find(first.projectId()).filter(Sites.Site::inUse).isEmpty()) {
            faults.add(Reason.at("/unit_ids", "PROJECT_NOT_IN_USE"));
        }
        if (form.closesOn().isBefore(context.today())) {
            faults.add(Reason.at("/closes_on", "IN_THE_PAST").required(context.today(), form.closesOn()));
        }
        if (!form.drawOn().isAfter(form.closesOn())) {
            faults.add(Reason.at("/draw_on", "DRAW_BEFORE_CLOSING").required(form.closesOn(), form.drawOn()));
        }
        return faults;
    }

    private String newSeed() {
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
