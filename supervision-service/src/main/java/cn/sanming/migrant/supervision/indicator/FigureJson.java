package cn.sanming.migrant.supervision.indicator;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Figures as they are kept on a sheet: the same JSON as over HTTP.
@Component
final class FigureJson {

    private final JsonMapper mapper;

    FigureJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(Figure figure) {
        return mapper.writeValueAsString(figure);
    }

    Figure read(String json) {
        return mapper.readValue(json, Figure.class);
    }
}
