package cn.sanming.migrant.platform.desk;

import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.web.Bodies;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Puts every docket on the map: `POST path`, `GET path`, `GET path/{id}`, `POST path/{id}/{command}`.
final class DocketRoutes implements SmartInitializingSingleton {

    private final Dockets dockets;
    private final RequestMappingHandlerMapping mapping;
    private final MongoTemplate mongo;
    private final Bodies bodies;

    DocketRoutes(Dockets dockets, RequestMappingHandlerMapping mapping, MongoTemplate mongo, Bodies bodies) {
        this.dockets = dockets;
        this.mapping = mapping;
        this.mongo = mongo;
        this.bodies = bodies;
    }

    @Override
    public void afterSingletonsInstantiated() {
        dockets.all().forEach(this::route);
    }

    private <A extends CaseRecord> void route(Docket<A> docket) {
        var missing = docket.lifecycle.transitions().stream()
                .map(row -> row.command())
                .filter(command -> !docket.commands.containsKey(command))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(docket.lifecycle.machine() + " has no handler for " + missing);
        }
        var door = new DocketDoor<>(docket, dockets.dispatcher(), mongo, bodies);
        add(door, "open", RequestMethod.POST, docket.path());
        if (!docket.confidential) {
            add(door, "list", RequestMethod.GET, docket.path());
            add(door, "read", RequestMethod.GET, docket.path() + "/{id}");
        }
        add(door, "command", RequestMethod.POST, docket.path() + "/{id}/{command}");
    }

    private void add(DocketDoor<?> door, String method, RequestMethod verb, String path) {
        var handler = Arrays.stream(DocketDoor.class.getDeclaredMethods())
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
