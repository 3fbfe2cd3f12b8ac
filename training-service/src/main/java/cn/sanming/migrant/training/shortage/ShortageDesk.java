package cn.sanming.migrant.training.shortage;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window where officers of the city draft and publish editions of the shortage list.
@Component
class ShortageDesk {

    static final Command<ShortageList, ShortageList.Draft> OPEN =
            Command.of("openShortageList", ShortageList.Draft.class);
    static final Command<ShortageList, ShortageList.Draft> AMEND =
            Command.of("amendShortageList", ShortageList.Draft.class);
    static final Command<ShortageList, Command.Nothing> PUBLISH = Command.of("publishShortageList");
    static final Command<ShortageList, Command.Because> WITHDRAW = Command.because("withdrawShortageList");
    static final Command<ShortageList, Command.Nothing> DISCARD = Command.of("discardShortageList");

    private static final Set<String> OFFICERS = Set.of("HR_OFFICER", "HR_HEAD");

    private final ShortageLists lists;

    record View(
            String id,
            String state,
            String title,
            int edition,
            LocalDate inForceFrom,
            List<ShortageList.Item> occupations,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate withdrawnOn) {

        static View of(ShortageList list) {
            return new View(
                    list.id(),
                    list.file().state(),
                    list.content().title(),
                    list.edition(),
                    list.inForceFrom(),
                    list.content().occupations(),
                    list.publishedOn(),
                    list.withdrawnOn());
        }
    }

    ShortageDesk(Cases cases, ShortageLists lists) {
        this.lists = lists;
        cases.define(ShortageList.class, "ShortageList", "/api/v1/training/shortage-lists")
                .opens(OPEN, OFFICERS, ShortageDesk::draft)
                .notes(AMEND, OFFICERS, (list, draft, _) -> list.amend(draft))
                .on(PUBLISH, this::publish)
                .on(WITHDRAW, (list, _, context) -> list.withdraw(context))
                .on(DISCARD)
                .readableBy("WORKER", "TRAINING_ORG", "APPRAISAL_ORG", "SERVICE")
                .shownAs(View.class, View::of);
    }

    private static Outcome<ShortageList> draft(ShortageList.Draft draft, CommandContext context) {
        return context.actor().county() == null
                ? Outcome.created(ShortageList.drafted(draft, context), "")
                : Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.of("LIST_OF_THE_CITY"));
    }

    private Verdict publish(ShortageList list, CommandContext context) {
        var lastFrom = lists.last().map(ShortageList::inForceFrom).orElse(null);
        return list.publish(lists.highestEdition() + 1, lastFrom, context);
    }
}
