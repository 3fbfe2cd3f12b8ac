package cn.sanming.migrant.platform.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/// Prepares the store for a new version and goes home (`migrant.store.prepare-only=true`): migrations and indexes, as a
/// job of its own before the new instances come, so that building a large index does not eat their start-up time.
final class Preparation implements ApplicationRunner {

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final long PAUSE_SECONDS = 2;

    private final Indexes indexes;
    private final ApplicationContext context;

    Preparation(Indexes indexes, ApplicationContext context) {
        this.indexes = indexes;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean prepared = indexes.create();
        while (!prepared && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            prepared = indexes.create();
        }
        int code = prepared ? 0 : 1;
        System.exit(SpringApplication.exit(context, (ExitCodeGenerator) () -> code));
    }
}
