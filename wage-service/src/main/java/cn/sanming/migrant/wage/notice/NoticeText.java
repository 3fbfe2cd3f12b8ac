package cn.sanming.migrant.wage.notice;

import cn.sanming.migrant.platform.kernel.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a notice says: the unit and its representative, the facts and how they were dealt with.
record NoticeText(
        @Nullable String fullName,
        @Nullable String address,
        @Nullable String legalRepresentative,
        String facts,
        String handling) {

    NoticeText revised(NoticeForms.Revision revision) {
        return new NoticeText(
                or(revision.fullName(), fullName),
                or(revision.address(), address),
                or(revision.legalRepresentative(), legalRepresentative),
                revision.facts() == null ? facts : revision.facts(),
                revision.handling() == null ? handling : revision.handling());
    }

    private static @Nullable String or(@Nullable String written, @Nullable String before) {
        return written == null ? before : written;
    }

    /// What still stands in the way of publishing: parts that are missing, and personal data, by field and kind only.
    List<Reason> faults() {
        var faults = new ArrayList<Reason>();
        missing("/full_name", fullName, faults);
        missing("/address", address, faults);
        missing("/legal_representative", legalRepresentative, faults);
        for (var part : new String[][] {
            {"/full_name", fullName},
            {"/address", address},
            {"/legal_representative", legalRepresentative},
            {"/facts", facts},
            {"/handling", handling}
        }) {
            if (part[1] != null) {
                for (var kind : PersonalData.in(part[1])) {
                    faults.add(Reason.at(part[0], kind.name()).clause("Order 29"));
                }
            }
        }
        return faults;
    }

    private static void missing(String pointer, @Nullable String part, List<Reason> faults) {
        if (part == null || part.isBlank()) {
            faults.add(Reason.at(pointer, "REQUIRED_FOR_PUBLICATION"));
        }
    }
}
