package cn.sanming.migrant.platform.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/// Names a rule (规则) for the world: its id, measure, titles and the clause it enforces.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface PolicyRule {

    String id();

    String measure();

    String zh();

    String en();

    String clause();
}
