package cn.sanming.migrant.gateway.identity.web;

import cn.sanming.migrant.gateway.identity.BuiltInIssuer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the built-in issuer offers (RFC 8414), and only that: no browser flow, one grant.
@RestController
@Tag(name = "身份 identity")
@Conditional(BuiltInIssuer.class)
class IssuerMetadata {

    private final AuthorizationServerSettings settings;

    IssuerMetadata(AuthorizationServerSettings settings) {
        this.settings = settings;
    }

    @GetMapping({"/.well-known/oauth-authorization-server", "/.well-known/openid-configuration"})
    @Operation(summary = "内置令牌签发者 / the built-in issuer (RFC 8414)")
    Map<String, Object> metadata() {
        var issuer = settings.getIssuer();
        var methods = List.of("client_secret_basic", "client_secret_post");
        var metadata = new TreeMap<String, Object>();
        metadata.put("issuer", issuer);
        metadata.put("token_endpoint", issuer + settings.getTokenEndpoint());
        metadata.put("jwks_uri", issuer + settings.getJwkSetEndpoint());
        metadata.put("grant_types_supported", List.of("client_credentials"));
        metadata.put("response_types_supported", List.of());
        metadata.put("token_endpoint_auth_methods_supported", methods);
        return metadata;
    }
}
