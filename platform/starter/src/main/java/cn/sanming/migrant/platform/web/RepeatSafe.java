package cn.sanming.migrant.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A request that may run again under the same key at any time, because what it makes has an id that follows from the
/// key (`CommandContext.newId`) or from the thing itself. All others are never run twice when their outcome is unknown.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RepeatSafe {}
