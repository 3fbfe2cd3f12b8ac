package cn.sanming.migrant.gateway.identity.web;

import cn.sanming.migrant.platform.kernel.Actor;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells the holder of a token what the city takes them for.
@RestController
@Tag(name = "身份 identity")
class MeController {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            String id,
            List<String> roles,
            @Nullable String unit,
            @Nullable String county,
            @Nullable String creditCode,
            @Nullable String workerId) {}

    @GetMapping("/api/v1/identity/me")
    @Operation(summary = "我是谁 / what the city takes the holder of the token for")
    ResponseEntity<Me> me(Actor actor) {
        var roles = actor.roles().stream().sorted().toList();
        var me = new Me(actor.id(), roles, actor.unit(), actor.county(), actor.creditCode(), actor.workerId());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(me);
    }
}
