package cn.sanming.migrant.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// What the tests of applications do at the window: the officers of every step, and many of them at once.
public final class Window {

    public static final String APPLICATIONS = "/api/v1/subsidies/applications";

    /// How long a test waits for what happens by itself.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int HANDS = 16;

    private final Api api;

    public Window(Api api) {
        this.api = api;
    }

    public static Who officer() {
        return Who.officer("u-17", null, "HR_OFFICER");
    }

    public static Who reviewer() {
        return Who.officer("u-23", null, "HR_OFFICER");
    }

    public static Who head() {
        return Who.officer("u-31", null, "HR_HEAD");
    }

    public static Who finance() {
        return Who.officer("u-40", null, "FINANCE_OFFICER");
    }

    public static Who agency(String uscc) {
        return new Who("agency-" + uscc, List.of("AGENCY"), null, null, uscc, null);
    }

    public Api.Answer command(Who who, String id, String command, @Nullable Object body) {
        return api.as(who).post(APPLICATIONS + "/" + id + "/" + command, body);
    }

    public Api.Answer get(String id) {
        return api.as(head()).get(APPLICATIONS + "/" + id);
    }

    public String state(String id) {
        return get(id).text("/state");
    }

    public void awaitState(String id, String state) {
        Awaitility.await(id + " " + state).atMost(PATIENCE).until(() -> state(id)
                .equals(state));
    }

    /// An application that has been accepted by one officer and reviewed by another.
    public String reviewed(Who applicant, Map<String, ?> claim) {
        var made = api.as(applicant).post(APPLICATIONS, claim);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        var id = made.text("/id");
        done(command(applicant, id, "submit", null));
        done(command(officer(), id, "accept", null));
        done(command(reviewer(), id, "review_pass", null));
        return id;
    }

    public static void done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    /// Many applications at once, up to their publicity.
    public List<String> reviewed(int many, Function<Integer, Who> applicant, Function<Integer, Map<String, ?>> claim)
            throws Exception {
        var ids = new ArrayList<String>();
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var work = new ArrayList<Future<String>>();
            for (int i = 0; i < many; i++) {
                int number = i;
                work.add(hands.submit(() -> reviewed(applicant.apply(number), claim.apply(number))));
            }
            for (var one : work) {
                ids.add(one.get());
            }
        }
        var waiting = new HashSet<>(ids);
        Awaitility.await("publicity of all").atMost(PATIENCE).until(() -> {
            waiting.removeIf(id -> state(id).equals("PUBLICISED"));
            return waiting.isEmpty();
        });
        return ids;
    }

    /// Sends one command to all of them in the same moment.
    public List<Api.Answer> atOnce(Who who, List<String> ids, String command) throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Api.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<Api.Answer>>();
            for (var id : ids) {
                work.add(threads.submit(() -> {
                    start.await();
                    return heard(() -> command(who, id, command, null));
                }));
            }
            start.countDown();
            for (var one : work) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    /// Whoever hears 503 asks again.
    private static Api.Answer heard(Supplier<Api.Answer> asking) {
        return Awaitility.await("an answer").atMost(PATIENCE).until(asking::get, answer -> answer.status() != 503);
    }

    /// Sends one command to all of them and does not wait for the answers; what becomes of them is not known.
    public void startAll(Who who, List<String> ids, String command, Consumer<Thread> each) {
        for (var id : ids) {
            each.accept(Thread.ofVirtual().unstarted(() -> {
                try {
                    command(who, id, command, null);
                } catch (RuntimeException e) {
                    assertThat(e).as("the service was killed").isNotNull();
                }
            }));
        }
    }
}
