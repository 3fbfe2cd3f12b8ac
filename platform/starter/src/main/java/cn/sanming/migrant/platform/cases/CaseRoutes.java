package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.web.Bodies;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Puts every case definition on the map: `POST path`, `GET path`, `GET path/{id}`, `POST path/{id}/{command}`.
final class CaseRoutes implements SmartInitializingSingleton {

    private final Cases cases;
    private final RequestMappingHandlerMapping mapping;
    private final Bodies bodies;
    private final Set<String> outsideRoles;

    /// @param outsideRoles organisations outside the administration, which act only where a case names them
    CaseRoutes(Cases cases, RequestMappingHandlerMapping mapping, Bodies bodies, Set<String> outsideRoles) {
        this.outsideRoles = Set.copyOf(outsideRoles);
        this.cases = cases;
        this.mapping = mapping;
        this.bodies = bodies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        cases.all().forEach(this::route);
    }

    private <A extends CaseAggregate> void route(CaseDefinition<A> definition) {
        var missing = definition.lifecycle.transitions().stream()
                .map(row -> row.command())
                .filter(command -> !definition.commands.containsKey(command))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(definition.lifecycle.machine() + " has no handler for " + missing);
        }
        var unnamed = definition.unnamed(outsideRoles);
        if (!unnamed.isEmpty()) {
            throw new IllegalStateException(
                    definition.lifecycle.machine() + " lets " + unnamed + " act on cases that do not name them");
        }
        var door = new CaseController<>(definition, cases, bodies);
        add(door, "open", RequestMethod.POST, definition.path());
        if (!definition.confidential) {
            add(door, "list", RequestMethod.GET, definition.path());
            add(door, "read", RequestMethod.GET, definition.path() + "/{id}");
        }
        add(door, "command", RequestMethod.POST, definition.path() + "/{id}/{command}");
    }

    private void add(CaseController<?> door, String method, RequestMethod verb, String path) {
        var handler = Arrays.stream(CaseController.class.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method) && Modifier.isPublic(candidate.getModifiers()))
                .findFirst()
                .orElseThrow();
        handler.setAccessible(true);
        mapping.registerMapping(
                RequestMappingInfo.paths(path)
                        .methods(verb)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                door,
                handler);
    }
}
