package cn.sanming.migrant.gateway.door;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How wide the door stands open: sizes, rates and the origins of browsers.
@ConfigurationProperties("migrant.gateway.door")
record DoorProperties(
        @DefaultValue Size size,
        Limits limits,
        @DefaultValue Cors cors) {

    record Size(
            @DefaultValue("1MB") DataSize requests,
            @DefaultValue("20MB") DataSize imports) {}

    /// @param anonymous   per address, without a token
    /// @param client      per holder of a token
    /// @param evaluations per holder or address, for rules and life cycles
    /// @param login       per address, where somebody says who they are
    record Limits(Allowance anonymous, Allowance client, Allowance evaluations, Allowance login) {}

    /// So many at once, and so many more each minute.
    record Allowance(int burst, int perMinute) {

        Allowance {
            if (burst < 1 || perMinute < 1) {
                throw new IllegalArgumentException("an allowance lets at least one request through");
            }
        }
    }

    record Cors(@DefaultValue List<String> allowedOrigins) {}
}
