package cn.sanming.migrant.community.activity;

import cn.sanming.migrant.community.partner.PartnerBook;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// All activities together: what is coming (活动预告), and what a year has brought.
@Component
class Programme implements PartnerBook {

    private static final List<String> TO_COME = List.of(ActivityState.PLANNED.name(), ActivityState.ANNOUNCED.name());
    private static final List<String> TOOK_PLACE = List.of(ActivityState.HELD.name(), ActivityState.REPORTED.name());

    private final MongoTemplate mongo;
    private final ActivityDesk desk;
    private final RuleBook rules;
    private final FestivalCoverage festivals;
    private final WeeklyShow shows;

    /// One kind of the 三百: how many there were and how many there should be.
    record Sanbai(Category category, int held, int target, boolean met) {}

    record YearCount(int year, @Nullable String district, Map<Category, Integer> held, List<Sanbai> sanbai) {}

    Programme(MongoTemplate mongo, ActivityDesk desk, RuleBook rules, FestivalCoverage festivals, WeeklyShow shows) {
        this.mongo = mongo;
        this.desk = desk;
        this.rules = rules;
        this.festivals = festivals;
        this.shows = shows;
    }

    /// What is announced from a day on, the next first.
    List<Activity> upcoming(LocalDate from, @Nullable String district, @Nullable Category category, int limit) {
        var criteria = Criteria.where("plan.heldOn")
                .gte(from.toString())
                .and("file.state")
                .is(ActivityState.ANNOUNCED.name());
        if (district != null) {
            criteria = criteria.and("file.district").is(district);
        }
        if (category != null) {
            criteria = criteria.and("plan.category").is(category.name());
        }
        return mongo.find(
                Query.query(criteria).with(Sort.by("plan.heldOn", "_id")).limit(limit), Activity.class);
    }

    FestivalCoverage.Finding festivals(int year, String district) {
        var held = took(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), district).stream()
                .map(activity -> activity.plan().festival())
                .filter(Objects::nonNull)
                .map(Festival::name)
                .toList();
        return rules.decide(festivals, new FestivalCoverage.Facts(year, district, held))
                .result();
    }

    /// Weeks of the ISO year with a show; its first days may lie in the calendar year before.
    WeeklyShow.Finding weeklyShows(int isoYear, @Nullable String district) {
        var weeks = took(LocalDate.of(isoYear - 1, 12, 29), LocalDate.of(isoYear + 1, 1, 3), district).stream()
                .filter(activity -> activity.plan().category() == Category.WEEKLY_SHOW)
                .map(Activity::heldOn)
                .filter(day -> day.get(IsoFields.WEEK_BASED_YEAR) == isoYear)
                .map(day -> day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                .distinct()
                .count();
        return rules.decide(shows, new WeeklyShow.Facts(isoYear, (int) weeks)).result();
    }

    YearCount count(int year, @Nullable String district) {
        var held = new LinkedHashMap<Category, Integer>();
        Arrays.stream(Category.values()).forEach(category -> held.put(category, 0));
        took(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), district)
                .forEach(activity -> held.merge(activity.plan().category(), 1, Integer::sum));
        var targets = rules.context().on(LocalDate.of(year, 12, 31), district).list("culture.sanbai");
        var kinds = List.of(Category.SANBAI_1, Category.SANBAI_2, Category.SANBAI_3);
        var sanbai = new ArrayList<Sanbai>();
        for (int i = 0; i < kinds.size(); i++) {
            int number = held.getOrDefault(kinds.get(i), 0);
            int target = Integer.parseInt(targets.get(i));
            sanbai.add(new Sanbai(kinds.get(i), number, target, number >= target));
        }
        return new YearCount(year, district, held, sanbai);
    }

    private List<Activity> took(LocalDate from, LocalDate to, @Nullable String district) {
        var criteria = Criteria.where("plan.heldOn")
                .gte(from.toString())
                .lte(to.toString())
                .and("file.state")
                .in(TOOK_PLACE);
        if (district != null) {
            criteria = criteria.and("file.district").is(district);
        }
        return mongo.find(Query.query(criteria), Activity.class);
    }

    @Override
    public void dismiss(String uscc, CommandContext context) {
        var theirs = Query.query(
                Criteria.where("partners").is(uscc).and("file.state").in(TO_COME));
        mongo.find(theirs, Activity.class).forEach(activity -> desk.dismissPartner(activity.id(), uscc, context));
    }
}
