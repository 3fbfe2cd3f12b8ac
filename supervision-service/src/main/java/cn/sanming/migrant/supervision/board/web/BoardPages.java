package cn.sanming.migrant.supervision.board.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The files of the board (看板页面) and the chart library that is shipped inside; nothing is fetched from elsewhere.
@Configuration(proxyBeanMethods = false)
class BoardPages implements WebMvcConfigurer {

    private static final String BOARD = "/supervision/board/";
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/supervision/board", BOARD);
        registry.addViewController(BOARD).setViewName("forward:" + BOARD + "index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(BOARD + "lib/**")
                .addResourceLocations("classpath:" + CHARTS + version() + "/dist/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
        registry.addResourceHandler(BOARD + "**")
                .addResourceLocations("classpath:/board/")
                .setCacheControl(CacheControl.noCache());
    }

    private static String version() {
        var properties = new Properties();
        try (var file =
                BoardPages.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/echarts/pom.properties")) {
            properties.load(Objects.requireNonNull(file, "the chart library is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
