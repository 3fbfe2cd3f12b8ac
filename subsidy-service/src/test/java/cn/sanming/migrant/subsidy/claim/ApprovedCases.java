package cn.sanming.migrant.subsidy.claim;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.appraisal.Entitlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/// Applications as they lie in the store once they are approved, for tests of what comes after: as many as wanted.
public final class ApprovedCases {

    public static final Money AMOUNT = Money.of("1300.00");

    private ApprovedCases() {}

    /// One for each applicant, without a word to anybody: nothing is left in their outboxes.
    public static List<Document> documents(MongoConverter converter, String district, LocalDate on, List<String> who) {
        return who.stream()
                .map(applicant -> document(converter, district, on, applicant, null))
                .toList();
    }

    public static Document document(
            MongoConverter converter, String district, LocalDate on, String applicant, @Nullable String entitlement) {
        var personal = new Claim(Kind.APPRAISAL, district, null, null, null, null, null, entitlement);
        return written(converter, on, applicant, personal);
    }

    /// For the employer of a post, whom the blacklist reaches.
    public static Document ofEmployer(MongoConverter converter, String district, LocalDate on, String uscc) {
        return written(converter, on, uscc, new Claim(Kind.POST, district, uscc, null, null, null, null, null));
    }

    private static Document written(MongoConverter converter, LocalDate on, String applicant, Claim claim) {
        var application = approved(claim, applicant, on);
        var document = new Document();
        converter.write(application, document);
        document.put("version", 0L);
        document.get("file", Document.class).get("outbox", Document.class).remove("pending");
        return document;
    }

    private static Entitlement.Certificate electrician(String person, LocalDate on) {
        return new Entitlement.Certificate("ce-1", person, "6-31-01-03", "4", on, Money.ZERO, true, null);
    }

    public static SubsidyApplication approved(Claim claim, String applicant, LocalDate on) {
        var application = SubsidyApplication.draft(applicant, claim, electrician(applicant, on), by("worker", on));
        application.submit(false, false, AMOUNT, new Forecast(true, AMOUNT, List.of(), null), by("worker", on));
        move(application, "submit", State.SUBMITTED, "worker", on);
        move(application, "accept", State.ACCEPTED, "u-17", on);
        var assessment = new Assessment(
                "APPRAISAL_SUBSIDY", true, List.of(), AMOUNT, List.of(), List.of(), List.of(), List.of());
        application.review(assessment, by("u-23", on));
        move(application, "review_pass", State.REVIEWED, "u-23", on);
        application.publicise(by("system", on));
        move(application, "publicise", State.PUBLICISED, "system", on);
        application.approve(assessment, new ReservedFunds("M06:350404:2024", null, List.of(), AMOUNT), by("u-31", on));
        move(application, "approve", State.APPROVED, "u-31", on);
        return application;
    }

    private static void move(SubsidyApplication application, String command, State to, String who, LocalDate on) {
        application.file().move(command, to.name(), "OFFICER", by(who, on), null);
    }

    private static CommandContext by(String who, LocalDate on) {
        var actor = new Actor(who, Set.of("HR_OFFICER"), null, null, null, null);
        return new CommandContext(actor, on.atTime(9, 0).atZone(Dates.ZONE).toInstant(), "test", null, null);
    }

    public static List<String> people(String prefix, int many) {
        var people = new ArrayList<String>();
        IntStream.range(0, many).forEach(i -> people.add(Ids.of(prefix, Integer.toString(i))));
        return people;
    }
}
