package cn.sanming.migrant.platform.events;

import cn.sanming.migrant.platform.kernel.EventJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;
import tools.jackson.core.JacksonException;

/// Who reacts to what in this service: every `@OnEvent` method, found once at start-up.
public final class Reactions {

    private final List<Reaction> all = new ArrayList<>();

    /// @param id stable name of the reaction, part of the inbox key
    record Reaction(String type, String id, Object bean, Method method) {

        boolean wants(String eventType) {
            return type.equals(eventType)
                    || type.endsWith(".*") && eventType.startsWith(type.substring(0, type.length() - 1));
        }

        /// @throws Unreadable if the data is not what the reaction reads
        void to(Received event) {
            var payload = payload(event);
            try {
                method.invoke(bean, payload, event);
            } catch (InvocationTargetException e) {
                ReflectionUtils.rethrowRuntimeException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        private Object payload(Received event) {
            try {
                var payload = EventJson.read(event.data(), method.getParameterTypes()[0]);
                if (payload != null) {
                    return payload;
                }
            } catch (JacksonException e) {
                throw new Unreadable("not the data of " + id, e);
            }
            throw new Unreadable("no data for " + id);
        }
    }

    Reactions(ApplicationContext context) {
        for (var name : context.getBeanNamesForType(Object.class, false, false)) {
            var type = context.getType(name, false);
            if (type == null || !type.getName().startsWith("cn.sanming.")) {
                continue;
            }
            var methods = MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<OnEvent>)
                    method -> AnnotationUtils.findAnnotation(method, OnEvent.class));
            methods.forEach((method, mark) -> add(context.getBean(name), method, mark));
        }
    }

    private void add(Object bean, Method method, OnEvent mark) {
        var types = method.getParameterTypes();
        if (types.length != 2 || types[1] != Received.class) {
            throw new IllegalStateException(method + " must take (payload, Received)");
        }
        var target = AopUtils.selectInvocableMethod(method, bean.getClass());
        target.setAccessible(true);
        if (find(mark.id()).isPresent()) {
            throw new IllegalStateException("two reactions are called " + mark.id());
        }
        all.add(new Reaction(mark.value(), mark.id(), bean, target));
    }

    Optional<Reaction> find(String id) {
        return all.stream().filter(reaction -> reaction.id().equals(id)).findAny();
    }

    List<Reaction> to(String type) {
        return all.stream().filter(reaction -> reaction.wants(type)).toList();
    }

    /// The types this service listens to, for its canvas and the contract tests.
    public Set<String> types() {
        var types = new TreeSet<String>();
        all.forEach(reaction -> types.add(reaction.type()));
        return types;
    }

    Set<String> topics() {
        var topics = new TreeSet<String>();
        all.forEach(reaction -> topics.add(EventPublisher.topicOf(reaction.type())));
        return topics;
    }
}
