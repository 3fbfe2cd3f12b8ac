package cn.sanming.migrant.platform.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A whole service against the real broker and the real driver, with a clock to set and tokens to mint.
/// Inject `Api`, `SettableClock`, `Events`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = LocalPlatform.class)
@Import(TestPlatform.class)
@ExtendWith(StoreUse.class)
public @interface ServiceTest {}
