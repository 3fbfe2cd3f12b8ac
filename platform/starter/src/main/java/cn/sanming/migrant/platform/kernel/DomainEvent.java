package cn.sanming.migrant.platform.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Something that happened to a case, in the past tense; a record whose components are the payload.
public interface DomainEvent {

    /// The id other departments know this event's thing by; the `subject` of the CloudEvent, not part of the payload.
    String subject();

    /// The dotted, versionless name of an event, such as `wage.arrears.detected`; never a Java class name.
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Type {
        String value();
    }
}
