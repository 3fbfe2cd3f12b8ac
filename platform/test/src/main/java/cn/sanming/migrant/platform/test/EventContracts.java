package cn.sanming.migrant.platform.test;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.EventJson;
import cn.sanming.migrant.platform.web.SnakeCase;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The producer's side of the event contracts: `contracts/events/<type>.schema.json` in a room's folder.
public final class EventContracts {

    private static final Set<String> PERSONAL =
            Set.of("id_no", "idno", "id_number", "phone", "bank_card", "real_name", "person_name");

    private final Map<String, JsonNode> schemas = new TreeMap<>();

    /// @param contracts the folder `contracts/events` of a room
    public EventContracts(Path contracts) {
        try (var files = Files.list(contracts)) {
            for (var file : files.filter(path -> path.toString().endsWith(".schema.json"))
                    .toList()) {
                var type = file.getFileName().toString().replace(".schema.json", "");
                schemas.put(type, JsonMapper.shared().readTree(file.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> types() {
        return schemas.keySet();
    }

    /// Every way in which the event records of a package and the schemas differ; empty when they agree.
    public List<String> differences(String basePackage) {
        var faults = new ArrayList<String>();
        var published = new TreeSet<String>();
        for (var type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage)) {
            if (!type.isAnnotatedWith(DomainEvent.Type.class)) {
                continue;
            }
            var event = type.reflect();
            var name = EventJson.typeOf(event);
            published.add(name);
            var schema = schemas.get(name);
            if (schema == null) {
                faults.add(name + " has no schema");
                continue;
            }
            var fields = fields(event);
            var declared = new TreeSet<>(schema.path("properties").propertyNames());
            if (!fields.equals(declared)) {
                faults.add(name + " carries " + fields + " but its schema says " + declared);
            }
        }
        schemas.forEach((name, schema) -> {
            if (!published.contains(name)) {
                faults.add(name + " is in the contracts and nobody publishes it");
            }
            schema.path("properties").propertyNames().stream()
                    .filter(PERSONAL::contains)
                    .forEach(field -> faults.add(name + " would carry personal data: " + field));
        });
        return faults;
    }

    private static Set<String> fields(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .filter(component -> !ignored(component))
                .map(EventContracts::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A name such as `final` cannot be a component's and is given by annotation.
    private static String nameOf(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? SnakeCase.of(component.getName()) : named.value();
    }

    private static boolean ignored(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonIgnore.class);
    }

    /// What is wrong with an event that really was on the wire; empty when its schema accepts it.
    public List<String> violations(Events.Seen seen) {
        var name = seen.type().replaceAll("^cn\\.sanming\\.|\\.v1$", "");
        var schema = schemas.get(name);
        if (schema == null) {
            return List.of(name + " has no schema");
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString())
                .validate(seen.data().toString(), InputFormat.JSON)
                .stream()
                .map(error -> name + " " + error)
                .toList();
    }
}
