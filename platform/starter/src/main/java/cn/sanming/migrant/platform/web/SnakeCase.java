package cn.sanming.migrant.platform.web;

import tools.jackson.databind.PropertyNamingStrategies;

/// Java names as they stand on the wire: `employerUscc` is `employer_uscc`. The same translation as the JSON mapper's.
public final class SnakeCase extends PropertyNamingStrategies.SnakeCaseStrategy {

    private static final SnakeCase INSTANCE = new SnakeCase();

    public static String of(String javaName) {
        return INSTANCE.translate(javaName);
    }
}
