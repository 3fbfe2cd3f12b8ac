package cn.sanming.migrant.cluster;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;

/// The community operator's resource, as far as it is used here; no library of its models is published.
record MongoDBCommunity(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(
            String type,
            int members,
            String version,
            Security security,
            List<User> users,
            StatefulSet statefulSet,
            Map<String, JsonNode> additionalMongodConfig) {}

    record Security(Authentication authentication, Tls tls) {}

    record Authentication(List<String> modes) {}

    record Tls(boolean enabled, Reference certificateKeySecretRef, Reference caConfigMapRef) {}

    record Reference(String name, String key) {}

    record User(
            String name,
            String db,
            Reference passwordSecretRef,
            String connectionStringSecretName,
            String scramCredentialsSecretName,
            List<Role> roles) {}

    record Role(String name, String db) {}

    record StatefulSet(StatefulSetSpec spec) {}

    record StatefulSetSpec(
            PodTemplateSpec template,
            @JsonProperty("volumeClaimTemplates") List<PersistentVolumeClaim> volumeClaimTemplates) {}
}
