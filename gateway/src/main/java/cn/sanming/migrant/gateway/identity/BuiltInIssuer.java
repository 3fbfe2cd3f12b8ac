package cn.sanming.migrant.gateway.identity;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// The city issues tokens here only as long as no other issuer is named.
public final class BuiltInIssuer implements Condition {

    static final String ISSUER = "migrant.security.issuer-uri";
    static final String JWKS = "migrant.security.jwks-uri";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        return !StringUtils.hasText(environment.getProperty(ISSUER))
                && !StringUtils.hasText(environment.getProperty(JWKS));
    }
}
