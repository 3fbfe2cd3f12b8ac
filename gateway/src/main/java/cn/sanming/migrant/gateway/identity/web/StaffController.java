package cn.sanming.migrant.gateway.identity.web;

import cn.sanming.migrant.gateway.identity.BuiltInIssuer;
import cn.sanming.migrant.gateway.identity.StaffDesk;
import cn.sanming.migrant.gateway.identity.StaffDesk.Login;
import cn.sanming.migrant.gateway.identity.Tokens;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.ProblemWriter;
import cn.sanming.migrant.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Name and password for a token, only where the configuration allows it.
@RestController
@Tag(name = "身份 identity")
@RequestMapping("/api/v1/identity/staff/sessions")
@ConditionalOnBooleanProperty("migrant.gateway.identity.staff.enabled")
@Conditional(BuiltInIssuer.class)
class StaffController {

    private final StaffDesk desk;
    private final Problems problems;

    StaffController(StaffDesk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
    }

    record Credentials(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 128) String password) {

        @Override
        public String toString() {
            return "credentials";
        }
    }

    @PostMapping
    @Operation(summary = "工作人员登录（仅限配置允许时）/ name and password, only where the configuration allows it")
    @ApiResponse(
            responseCode = "201",
            description = "a token",
            content = @Content(schema = @Schema(implementation = Tokens.Issued.class)))
    ResponseEntity<Object> open(@Body Credentials given, Locale locale) {
        return switch (desk.open(given.username(), given.password())) {
            case Login.In(var token) ->
                ResponseEntity.created(URI.create("/api/v1/identity/me"))
                        .cacheControl(CacheControl.noStore())
                        .body(token);
            case Login.Wrong() ->
                problems.answer(Refusal.of(Refusal.Kind.UNAUTHENTICATED, Reason.of("LOGIN_FAILED")), locale);
            case Login.Locked(var left) -> {
                var refusal = Refusal.of(Refusal.Kind.TOO_MANY_REQUESTS, Reason.of("LOGIN_LOCKED"));
                yield ProblemWriter.after(left, problems.answer(refusal, locale));
            }
        };
    }
}
