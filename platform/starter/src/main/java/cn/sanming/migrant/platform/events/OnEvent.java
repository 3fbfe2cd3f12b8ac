package cn.sanming.migrant.platform.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the reaction to an event: a method `(OwnRecord payload, Received event)`. It must be harmless when repeated.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEvent {

    /// Type without prefix and version, such as `wage.arrears.detected`. A type that ends in `.*` means all below
    /// it; then the payload is the `JsonNode`.
    String value();

    /// Stable name of what is done, such as `revoke-plate-for-arrears`; unique in its service and never changed: the
    /// inbox and the dead letters know the reaction by it, whatever class and method it stands in.
    String id();
}
