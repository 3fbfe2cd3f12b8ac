package cn.sanming.migrant.platform.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.web.bind.annotation.RestController;

/// The rules of the house as sentences. Each fails as well when it finds nothing to judge.
public final class HouseRules {

    /// By its package or its name; in the gateway the door, the routes and the API hub are nothing else.
    private static final DescribedPredicate<JavaClass> ADAPTER = describe(
            "an adapter",
            type -> type.getSimpleName().endsWith("Controller")
                    || type.getPackageName()
                            .matches(".*\\.(web|client|imports|messaging|gateway\\.(door|routing|hub))(\\..*)?")
                    || type.getEnclosingClass()
                            .map(outer -> outer.getSimpleName().endsWith("Controller"))
                            .orElse(false));

    @ArchTest
    static final ArchRule onlyThePlatformTouchesKafka = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..", "io.cloudevents..")
            .because("only the outbox sends, only the inbox receives: that is why nothing is lost");

    @ArchTest
    static final ArchRule onlyAdaptersTouchHttp = noClasses()
            .that(DescribedPredicate.not(ADAPTER))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
            .because("a desk can be called by a job, an event or a test just as well");

    @ArchTest
    static final ArchRule queriesAreTyped = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(BasicQuery.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("org\\.springframework\\.data\\.mongodb\\.repository\\.(Query|Aggregation|Update)")
            .because("string queries are the way in for injection");

    @ArchTest
    static final ArchRule timeIsAParameter = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("stories play out over months, and every rule is asked about another day");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameStartingWith("Base")
            .because("these words hide what a thing is for");

    @ArchTest
    static final ArchRule outcomesAreLookedAt = classes()
            .should(dropNoOutcome())
            .because("what was refused is not done, and what was lost in a race has to come again");

    @ArchTest
    static final ArchRule controllersStayInTheirRoom = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true)
            .because("nobody calls a controller but HTTP");

    @ArchTest
    static final ArchRule departmentsShareNoJava = classes()
            .should(dependOnTheirOwnRoomOnly())
            .because("departments talk by events and HTTP, so that each can be released alone");

    @ArchTest
    static final ArchRule eventsAreRecords = classes()
            .that()
            .implement(DomainEvent.class)
            .and(describe("are concrete", type -> !type.isInterface()))
            .should()
            .beRecords()
            .allowEmptyShould(true)
            .because("what has happened does not change");

    /// The inbox knows a reaction by its id for as long as the topics are kept.
    @ArchTest
    static final ArchRule reactionsHaveAnIdOfTheirOwn = methods()
            .that()
            .areAnnotatedWith(OnEvent.class)
            .should(haveAnIdOfTheirOwn())
            .allowEmptyShould(true)
            .because("a renamed class or method must not make old events happen again");

    @ArchTest
    static final ArchRule nothingIsGeneratedBehindOurBacks = noClasses()
            .that(resideInAPackage("cn.sanming.migrant.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("lombok..", "org.mapstruct..")
            .because("code that cannot be read cannot be trusted");

    private HouseRules() {}

    private static ArchCondition<JavaMethod> haveAnIdOfTheirOwn() {
        return new ArchCondition<>("have an id of lower-case words that no other reaction of the service has") {

            private final Map<String, String> owners = new HashMap<>();

            @Override
            public void init(Collection<JavaMethod> all) {
                owners.clear();
            }

            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var id = method.getAnnotationOfType(OnEvent.class).id();
                var other = owners.putIfAbsent(id, method.getFullName());
                if (other != null) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " and " + other + " are both called " + id));
                }
                if (!id.matches("[a-z]+(-[a-z0-9]+)+")) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is called " + id));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> dependOnTheirOwnRoomOnly() {
        return new ArchCondition<>("depend on their own room and the platform only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var room = roomOf(type);
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith("cn.sanming.migrant."))
                        .filter(dependency -> {
                            var other = roomOf(dependency.getTargetClass());
                            return !other.equals(room) && !other.equals("platform");
                        })
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> dropNoOutcome() {
        return new ArchCondition<>("look at every outcome and verdict") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                DroppedOutcomes.of(type).forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
            }
        };
    }

    private static String roomOf(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts.length > 3 ? parts[3] : "";
    }
}
