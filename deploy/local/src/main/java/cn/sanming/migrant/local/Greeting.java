package cn.sanming.migrant.local;

import cn.sanming.migrant.local.city.LocalCity;
import cn.sanming.migrant.local.stories.Citizen;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/// Says what is up, where, with which tokens, and what to try next.
final class Greeting {

    private static final Map<String, String> SHOWN = Map.of(
            "inspector-350404", "labour inspector of Sanyuan",
            "inspection-head-350404", "head of inspection of Sanyuan",
            "supervisor", "municipal supervision office");

    private final PrintStream out;
    private final String gateway;

    Greeting(PrintStream out, int portBase) {
        this.out = out;
        this.gateway = LocalCity.gateway(portBase);
    }

    void say(LocalCity city, Duration took) {
        var memory = Runtime.getRuntime();
        out.printf(
                "%nThe city is up after %.1f s (heap %d MB). Its clock says %s.%n%n",
                took.toMillis() / 1000.0,
                (memory.totalMemory() - memory.freeMemory()) >> 20,
                city.clock().instant().atZone(city.clock().getZone()).toOffsetDateTime());
        out.println("  door       " + gateway + "/");
        out.println("  API        " + gateway + "/swagger-ui/index.html");
        out.println("  clock      PUT " + gateway + "/local/clock  {\"now\":\"2024-05-15T09:00:00+08:00\"}");
        out.println("  rule       curl -s " + gateway
                + "/api/v1/wages/rules/ARREARS_DETECTION/evaluations -H 'Content-Type: application/json'"
                + " -d '{\"nominal_payday\":\"2024-04-15\",\"as_of\":\"2024-05-27\"}'");
        out.println("  accounts   gateway/src/main/resources/demo-accounts.yaml, password " + Citizen.PASSWORD);
        out.println("  token      curl -s " + gateway
                + "/api/v1/identity/staff/sessions -H 'Content-Type: application/json'"
                + " -d '{\"username\":\"inspector-350404\",\"password\":\"" + Citizen.PASSWORD + "\"}'");
        var citizen = new Citizen(gateway);
        SHOWN.forEach(
                (account, who) -> out.printf("%n  token of %s (%s):%n  %s%n", account, who, citizen.token(account)));
        out.println("\nctrl-C stops it.\n");
    }
}
