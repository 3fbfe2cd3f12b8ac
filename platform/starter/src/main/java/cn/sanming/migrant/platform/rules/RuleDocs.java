package cn.sanming.migrant.platform.rules;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// Describes every rule in the API's description: what its evaluation asks for and what it answers.
final class RuleDocs implements OpenApiCustomizer {

    private final RuleBook book;
    private final String path;

    RuleDocs(RuleBook book, String area) {
        this.book = book;
        this.path = "/api/v1/" + area + "/rules/";
    }

    @Override
    public void customise(OpenAPI api) {
        for (var entry : book.all()) {
            api.getPaths()
                    .addPathItem(
                            path + entry.card().id() + "/evaluations", new PathItem().post(evaluation(api, entry)));
        }
    }

    private static Operation evaluation(OpenAPI api, RuleBook.Entry entry) {
        var card = entry.card();
        var figures = object(Map.of())
                .additionalProperties(true)
                .description("other figures than those in force: the answer is a simulation");
        var asked = all(schema(api, entry.facts()), object(Map.of("parameters", figures)));
        var answered = all(
                schema(api, RuleController.Evaluation.class), object(Map.of("result", schema(api, entry.result()))));
        return new Operation()
                .addTagsItem("Rules")
                .operationId("evaluate" + card.id())
                .summary(card.zh() + " · " + card.en())
                .description("Measure " + card.measure() + "; " + card.clause())
                .requestBody(new RequestBody().required(true).content(json(asked)))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("the result with its steps, clauses and figures")
                                        .content(json(answered)))
                        .addApiResponse(
                                "4XX",
                                new ApiResponse().description("refused: application/problem+json with every reason")));
    }

    private static Schema<?> object(Map<String, Schema<?>> properties) {
        var schema = new JsonSchema().types(Set.of("object"));
        properties.forEach(schema::addProperty);
        return schema;
    }

    private static Schema<?> all(Schema<?> first, Schema<?> second) {
        var both = new JsonSchema();
        both.setAllOf(List.of(first, second));
        return both;
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Schema<?> schema(OpenAPI api, Type type) {
        var resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(api.getComponents()::addSchemas);
        return resolved.schema;
    }
}
