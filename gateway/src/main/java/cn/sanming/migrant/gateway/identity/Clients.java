package cn.sanming.migrant.gateway.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// The systems that may ask for tokens (接入系统): agencies, employers' payroll systems, the city's own services.
/// They are registered by the operator in a file; no request can add one.
final class Clients implements RegisteredClientRepository {

    private final Map<String, Client> byId = new LinkedHashMap<>();
    private final IdentityProperties properties;

    /// @param secret the hashed secret with the name of its algorithm, such as `{bcrypt}…`
    record Client(
            String clientId,
            String secret,
            List<String> roles,
            @Nullable String unit,
            @Nullable String county,
            @Nullable String creditCode) {

        Client {
            if (!secret.startsWith("{") || secret.startsWith("{noop}")) {
                throw new IllegalArgumentException("the secret of " + clientId + " is not hashed");
            }
        }

        Holder holder() {
            return new Holder(clientId, roles, unit, county, creditCode, null);
        }
    }

    record File(List<Client> clients) {}

    Clients(IdentityProperties properties) {
        this.properties = properties;
        for (var client : Registers.read(properties.clients(), File.class)
                .map(File::clients)
                .orElse(List.of())) {
            if (byId.put(client.clientId(), client) != null) {
                throw new IllegalArgumentException("two clients are called " + client.clientId());
            }
        }
    }

    Optional<Holder> holder(String clientId) {
        return Optional.ofNullable(byId.get(clientId)).map(Client::holder);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        var client = byId.get(clientId);
        return client == null ? null : registered(client);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    /// Writes nothing: the file is the operator's, also when a secret could be hashed in a newer way.
    @Override
    public void save(RegisteredClient client) {}

    private RegisteredClient registered(Client client) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientSecret(client.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.tokenLife())
                        .build())
                .build();
    }
}
