package cn.sanming.migrant.gateway.reference;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Lets clients of the reference data ask "anything new?" and hear 304.
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> referenceEtags() {
        var registration = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        registration.addUrlPatterns("/api/v1/reference/*");
        return registration;
    }
}
