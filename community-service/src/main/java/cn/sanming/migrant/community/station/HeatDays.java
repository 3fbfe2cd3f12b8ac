package cn.sanming.migrant.community.station;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Hears of hot days (高温预警) and knows until when the stations of a county stay open on them.
@Component
class HeatDays {

    private final MongoTemplate mongo;
    private final RuleBook rules;

    record Alerted(String districtCode, LocalDate day, String band) {}

    HeatDays(MongoTemplate mongo, RuleBook rules) {
        this.mongo = mongo;
        this.rules = rules;
    }

    /// One record for a county and day: a repetition writes the same again.
    @OnEvent(value = "wage.heat.alerted", id = "extend-station-hours")
    void alerted(Alerted payload, Received event) {
        var id = HeatDay.idOf(payload.districtCode(), payload.day());
        var known = mongo.findById(id, HeatDay.class);
        if (known == null || !known.since().isAfter(event.time())) {
            var until =
                    rules.context().on(payload.day(), payload.districtCode()).text("reststation.heat_open_until");
            mongo.save(new HeatDay(
                    id, payload.districtCode(), payload.day(), payload.band(), LocalTime.parse(until), event.time()));
        }
    }

    /// The hot ones among some counties on a day, by district.
    Map<String, HeatDay> on(LocalDate day, Collection<String> districts) {
        var ids = districts.stream()
                .distinct()
                .map(district -> HeatDay.idOf(district, day))
                .toList();
        return mongo.find(Query.query(Criteria.where("_id").in(ids)), HeatDay.class).stream()
                .collect(Collectors.toMap(HeatDay::district, Function.identity()));
    }
}
