package cn.sanming.migrant.platform.web;

import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.reference.Bounds;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// HTTP manners of every service.
@Configuration(proxyBeanMethods = false)
@Import({
    ArgumentFaults.class,
    ProblemAdvice.class,
    ProblemErrorController.class,
    ContainerConfiguration.class,
    OutcomeAnswers.class,
    ApiDocsConfiguration.class
})
public class WebConfiguration {

    /// After Spring Security's filters, so that the actor is known.
    private static final int AFTER_SECURITY = 100;

    @Bean
    JsonMapperBuilderCustomizer snakeCase() {
        return builder -> builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .nodeFactory(new InputNodes())
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    @Bean
    Problems problems() {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasenames("classpath:problems", "classpath:reasons");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Problems(messages);
    }

    @Bean
    Bodies bodies(JsonMapper mapper, Validator validator) {
        return new Bodies(mapper, validator);
    }

    /// Days and months of a query, within the bounds of a body's.
    @Bean
    WebMvcConfigurer boundedTimes() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, LocalDate.class, text -> within(LocalDate.parse(text)));
                registry.addConverter(String.class, YearMonth.class, text -> within(YearMonth.parse(text)));
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new YearBounds());
            }
        };
    }

    private static <T> T within(T time) {
        if (!Bounds.hold(time)) {
            throw new DateTimeException("out of bounds");
        }
        return time;
    }

    @Bean
    RequestArguments requestArguments(Bodies bodies, JsonMapper mapper, Clock clock) {
        return new RequestArguments(bodies, mapper, clock);
    }

    @Bean
    FilterRegistrationBean<Correlation> correlationFilter() {
        var registration = new FilterRegistrationBean<>(new Correlation());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, JsonMapper mapper) {
        return new ProblemWriter(problems, mapper);
    }

    /// Around everything but the correlation id and the trace, so that each of its answers bears them.
    @Bean
    FilterRegistrationBean<FallbackErrorFilter> fallbackErrorFilter(ProblemWriter answers) {
        var registration = new FilterRegistrationBean<>(new FallbackErrorFilter(answers));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 6);
        return registration;
    }

    @Bean
    FilterRegistrationBean<MediaTypeFilter> mediaTypeFilter(ProblemWriter answers) {
        var registration = new FilterRegistrationBean<>(new MediaTypeFilter(answers));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 7);
        return registration;
    }

    @Bean
    FilterRegistrationBean<FormerDistricts> formerDistricts() {
        var registration = new FilterRegistrationBean<>(new FormerDistricts());
        registration.setOrder(AFTER_SECURITY + 1);
        return registration;
    }

    /// Off where requests are only passed on, because the service behind keeps the answers.
    @Bean
    @ConditionalOnBooleanProperty(name = "migrant.idempotency.enabled", matchIfMissing = true)
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            MongoTemplate mongo,
            FieldCipher cipher,
            ObjectProvider<KeyedPaths> paths,
            ApplicationContext context,
            Problems problems,
            JsonMapper mapper) {
        var registration = new FilterRegistrationBean<>(new IdempotencyFilter(
                new KeptAnswers(mongo, cipher),
                path -> paths.stream().anyMatch(known -> known.keepTheirKeys(path)),
                new RepeatSafety(context),
                problems,
                mapper));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }
}
