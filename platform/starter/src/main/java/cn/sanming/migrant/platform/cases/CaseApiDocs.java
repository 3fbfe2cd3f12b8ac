package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.cases.CaseDefinition.Declared;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// Describes every case definition in the API's description: each command is a path of its own, with its body,
/// roles and guard.
final class CaseApiDocs implements OpenApiCustomizer {

    private final Cases cases;

    CaseApiDocs(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void customise(OpenAPI api) {
        for (var definition : cases.all()) {
            if (!definition.confidential) {
                api.getPaths().remove(definition.path());
                api.getPaths().remove(definition.path() + "/{id}");
            }
            api.getPaths().remove(definition.path() + "/{id}/{command}");
            describe(api, definition);
        }
    }

    private <A extends CaseAggregate> void describe(OpenAPI api, CaseDefinition<A> definition) {
        var machine = definition.lifecycle().machine();
        var shown = definition.viewType == null ? null : schema(api, definition.viewType);
        var collection = api.getPaths().getOrDefault(definition.path(), new PathItem());
        if (!definition.confidential) {
            collection.get(list(definition, machine));
        }
        if (definition.open != null) {
            collection.post(operation(
                            machine, definition.open.command().name(), "Open a " + machine, definition.open.who())
                    .requestBody(body(schema(api, definition.open.command().body())))
                    .responses(responses("201", shown)));
        }
        api.getPaths().addPathItem(definition.path(), collection);
        if (!definition.confidential) {
            api.getPaths()
                    .addPathItem(
                            definition.path() + "/{id}",
                            new PathItem()
                                    .get(operation(machine, "read" + machine, "Read a " + machine, null)
                                            .addParametersItem(id())
                                            .responses(responses("200", shown))));
        }
        definition.commands.values().forEach(declared -> api.getPaths()
                .addPathItem(definition.path() + "/{id}/" + declared.name(), step(api, definition, declared, shown)));
    }

    private static <A extends CaseAggregate> PathItem step(
            OpenAPI api, CaseDefinition<A> definition, Declared<A, ?> declared, @Nullable Schema<?> shown) {
        var machine = definition.lifecycle().machine();
        var guards = definition.lifecycle().transitions().stream()
                .filter(row -> row.command().equals(declared.name()))
                .map(row -> String.join(", ", row.from()) + " -> " + row.to()
                        + (row.guard() == null ? "" : ": " + row.guard()))
                .toList();
        var operation = operation(
                        machine,
                        declared.command().name(),
                        machine + ": " + declared.name(),
                        definition.whoEver(declared))
                .addParametersItem(id())
                .responses(responses("200", shown));
        operation.setDescription(operation.getDescription() + "\n\n" + String.join("\n\n", guards));
        if (declared.command().body() != Command.Nothing.class) {
            operation.requestBody(body(schema(api, declared.command().body())));
        }
        return new PathItem().post(operation);
    }

    private static Operation list(CaseDefinition<?> definition, String machine) {
        var operation = operation(machine, "list" + machine, "List by cursor", null)
                .responses(responses("200", null))
                .addParametersItem(query("after", "cursor: the `next` of the page before"))
                .addParametersItem(query("limit", "1 to 200, 50 by default"))
                .addParametersItem(query("state", "one state"))
                .addParametersItem(query("district", "one county"));
        definition.filters.keySet().forEach(name -> operation.addParametersItem(query(name, "filter")));
        return operation;
    }

    private static Operation operation(String tag, String id, String summary, @Nullable Collection<String> who) {
        return new Operation()
                .addTagsItem(tag)
                .operationId(id)
                .summary(summary)
                .description(
                        who == null || who.isEmpty()
                                ? ""
                                : "Roles: "
                                        + String.join(
                                                ", ", who.stream().sorted().toList()));
    }

    private static Parameter id() {
        return new Parameter().in("path").name("id").required(true).schema(new StringSchema());
    }

    private static Parameter query(String name, String description) {
        return new Parameter().in("query").name(name).description(description).schema(new StringSchema());
    }

    private static RequestBody body(Schema<?> schema) {
        return new RequestBody().required(true).content(json("application/json", schema));
    }

    private static ApiResponses responses(String success, @Nullable Schema<?> shown) {
        var responses = new ApiResponses();
        responses.addApiResponse(
                success,
                new ApiResponse()
                        .description("as it stands now")
                        .content(shown == null ? null : json("application/json", shown)));
        responses.addApiResponse(
                "4XX", new ApiResponse().description("refused: application/problem+json with every reason"));
        return responses;
    }

    private static Content json(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }

    private static Schema<?> schema(OpenAPI api, Class<?> type) {
        var resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(api.getComponents()::addSchemas);
        return resolved.schema;
    }
}
