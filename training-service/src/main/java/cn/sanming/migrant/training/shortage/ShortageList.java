package cn.sanming.migrant.training.shortage;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One edition of the shortage list (急需紧缺目录), in force from its day until a later edition's; measure 6.
@Document("shortage-lists")
final class ShortageList implements CaseAggregate {

    enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN,
        DISCARDED
    }

    /// One occupation with a period of its own where it has one: `from` included, `to` excluded.
    record Item(
            @Pattern(regexp = "[0-9](-[0-9]{2}){3}") String occupationCode,
            @Nullable String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean covers(String occupation, LocalDate on) {
            return occupationCode.equals(occupation)
                    && (from == null || !on.isBefore(from))
                    && (to == null || on.isBefore(to));
        }
    }

    record Draft(
            @NotBlank String title,
            LocalDate inForceFrom,
            @NotEmpty List<@Valid Item> occupations) {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private Draft content;

    @Indexed
    private LocalDate inForceFrom;

    /// Given at publication; two officers at once never publish the same number.
    @Indexed(unique = true, sparse = true)
    private @Nullable Integer edition;

    private @Nullable LocalDate publishedOn;
    private @Nullable LocalDate withdrawnOn;

    ShortageList(String id, CaseFile file, Draft content, LocalDate inForceFrom) {
        this.id = id;
        this.file = file;
        this.content = content;
        this.inForceFrom = inForceFrom;
    }

    static ShortageList drafted(Draft draft, CommandContext context) {
        var id = Ids.next("sl");
        return new ShortageList(
                id, CaseFile.opened(id, State.DRAFT, Divisions.CITY, context), draft, draft.inForceFrom());
    }

    Verdict amend(Draft draft) {
        return Verdict.guards()
                .require(file.is(State.DRAFT), "LIST_IS_PUBLISHED")
                .then(() -> {
                    content = draft;
                    inForceFrom = draft.inForceFrom();
                });
    }

    /// @param number of the edition, one above the last; @param lastFrom from when that one is in force
    Verdict publish(int number, @Nullable LocalDate lastFrom, CommandContext context) {
        var codes = new HashSet<String>();
        var twice = content.occupations().stream()
                .filter(item -> !codes.add(item.occupationCode()))
                .toList();
        var empty = content.occupations().stream()
                .filter(item ->
                        item.from() != null && item.to() != null && !item.from().isBefore(item.to()))
                .toList();
        return Verdict.guards()
                .require(
                        lastFrom == null || !inForceFrom.isBefore(lastFrom),
                        Reason.of("EARLIER_THAN_LAST_EDITION").required(String.valueOf(lastFrom), inForceFrom))
                .require(twice.isEmpty(), "OCCUPATION_LISTED_TWICE")
                .require(empty.isEmpty(), "EMPTY_PERIOD")
                .then(() -> {
                    edition = number;
                    publishedOn = context.today();
                });
    }

    Verdict withdraw(CommandContext context) {
        withdrawnOn = context.today();
        return Verdict.granted();
    }

    boolean names(String occupation, LocalDate on) {
        return content.occupations().stream().anyMatch(item -> item.covers(occupation, on));
    }

    /// Whether the office knew this edition as valid at the end of a day.
    boolean knownOn(LocalDate day) {
        return publishedOn != null && !publishedOn.isAfter(day) && (withdrawnOn == null || withdrawnOn.isAfter(day));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    Draft content() {
        return content;
    }

    LocalDate inForceFrom() {
        return inForceFrom;
    }

    int edition() {
        return edition == null ? 0 : edition;
    }

    @Nullable
    LocalDate publishedOn() {
        return publishedOn;
    }

    @Nullable
    LocalDate withdrawnOn() {
        return withdrawnOn;
    }
}
