package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an employer offers (岗位内容).
///
/// @param reference    the agency's own number, unique for the agency
/// @param validityDays how long it stands once published
record VacancyOffer(
        String employerUscc,

        @Nullable @Size(min = 1, max = 60) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reference,

        String district,
        @NotBlank @Size(max = 60) String title,
        @Pattern(regexp = "[0-9](-[0-9]{2}){3}") String occupationCode,
        @Positive int openings,
        Money wageMin,
        Money wageMax,
        WageUnit wageUnit,
        @Nullable @Min(1) @Max(5) Integer requiredLevel,
        @Nullable @Min(16) Integer ageMin,
        @NotBlank @Size(max = 100) String contact,
        @Nullable List<Channel> channels,
        @Nullable @Min(1) @Max(90) Integer validityDays) {

    /// What is wrong with it in itself, all at once.
    List<Reason> faults() {
        var faults = new ArrayList<Reason>();
        CreditCode.fault(employerUscc)
                .ifPresent(fault -> faults.add(Reason.at("/employer_uscc", "CREDIT_CODE_" + fault)));
        if (Divisions.sanming().find(district).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!wageMax.atLeast(wageMin)) {
            faults.add(Reason.at("/wage_max", "WAGE_RANGE").required(wageMin, wageMax));
        }
        return faults;
    }

    List<Channel> announcedBy() {
        return channels == null || channels.isEmpty() ? List.of(Channel.WECHAT, Channel.WEB) : channels;
    }

    /// What makes it the same job, whoever advertises it: who, where, what and for how much (同一岗位).
    String job() {
        return Ids.of(
                "job",
                employerUscc,
                district,
                occupationCode,
                title.replaceAll("[\\s　]+", "").toLowerCase(Locale.ROOT),
                wageMin.toString(),
                wageMax.toString(),
                wageUnit.name(),
                String.valueOf(requiredLevel));
    }
}
