package cn.sanming.migrant.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Everything that a manifest names exists: settings, secrets, accounts, services, and the pods that selectors
/// select.
final class ReferenceChecks {

    private static final Pattern HOST = Pattern.compile("http://([a-z-]+)(\\.[a-z.]+)?:\\d+.*");

    private final Manifests manifests;
    private final Set<String> told;
    private final List<String> faults = new ArrayList<>();

    private ReferenceChecks(Manifests manifests, Set<String> told) {
        this.manifests = manifests;
        this.told = told;
    }

    /// @param told secrets and settings which the README asks the operator to provide
    static List<String> faults(Manifests manifests, Set<String> told) {
        var checks = new ReferenceChecks(manifests, told);
        checks.run();
        return checks.faults;
    }

    private void run() {
        var secrets = secrets();
        var configs = new TreeSet<>(names(ConfigMap.class));
        configs.addAll(told);
        var accounts = names(ServiceAccount.class);
        boolean whole = !manifests.all(Deployment.class).isEmpty();
        for (var deployment : manifests.all(Deployment.class)) {
            var name = deployment.getMetadata().getName();
            var pod = deployment.getSpec().getTemplate().getSpec();
            pod(name, pod, secrets, configs);
            that(accounts.contains(pod.getServiceAccountName()), name + ": no account " + pod.getServiceAccountName());
            that(
                    selects(deployment.getSpec().getSelector().getMatchLabels(), labels(deployment)),
                    name + " does not select its own pods");
        }
        for (var job : manifests.all(Job.class)) {
            pod(
                    job.getMetadata().getName(),
                    job.getSpec().getTemplate().getSpec(),
                    whole ? secrets : null,
                    whole ? configs : null);
        }
        for (var job : manifests.all(CronJob.class)) {
            pod(
                    job.getMetadata().getName(),
                    job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec(),
                    secrets,
                    configs);
        }
        manifests
                .all(Service.class)
                .forEach(service -> selected(
                        service.getMetadata().getName(), service.getSpec().getSelector()));
        manifests
                .all(PodDisruptionBudget.class)
                .forEach(budget -> selected(
                        budget.getMetadata().getName(),
                        budget.getSpec().getSelector().getMatchLabels()));
        for (var scaler : manifests.all(HorizontalPodAutoscaler.class)) {
            var target = scaler.getSpec().getScaleTargetRef().getName();
            that(names(Deployment.class).contains(target), "scaler: no deployment " + target);
        }
        for (var ingress : manifests.all(Ingress.class)) {
            ingress.getSpec().getRules().stream()
                    .flatMap(rule -> rule.getHttp().getPaths().stream())
                    .map(path -> path.getBackend().getService().getName())
                    .forEach(service ->
                            that(service.equals("gateway"), "the ingress leads past the door, to " + service));
            ingress.getSpec().getTls().forEach(tls -> secret("ingress", tls.getSecretName(), secrets));
        }
        addresses();
    }

    /// Secrets that the manifests' own operators write.
    private Set<String> secrets() {
        var secrets = new TreeSet<>(told);
        secrets.addAll(names(KafkaUser.class));
        manifests
                .all(Kafka.class)
                .forEach(kafka -> secrets.add(kafka.getMetadata().getName() + "-cluster-ca-cert"));
        manifests.all(MongoDBCommunity.class).stream()
                .flatMap(store -> store.spec().users().stream())
                .forEach(user -> secrets.add(user.connectionStringSecretName()));
        return secrets;
    }

    /// @param secrets  what there is, or null where the manifest is applied on top of another
    /// @param configs  likewise
    private void pod(String name, PodSpec pod, Set<String> secrets, Set<String> configs) {
        for (var container : Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .toList()) {
            var where = name + '/' + container.getName();
            for (var source : container.getEnvFrom()) {
                if (source.getConfigMapRef() != null && configs != null) {
                    var config = source.getConfigMapRef().getName();
                    that(configs.contains(config), where + ": no ConfigMap " + config);
                }
                if (source.getSecretRef() != null && secrets != null) {
                    secret(where, source.getSecretRef().getName(), secrets);
                }
            }
            references(container)
                    .filter(_ -> secrets != null)
                    .forEach(variable -> secret(
                            where, variable.getValueFrom().getSecretKeyRef().getName(), secrets));
            container.getVolumeMounts().stream()
                    .filter(mount -> pod.getVolumes().stream()
                            .noneMatch(volume -> volume.getName().equals(mount.getName())))
                    .forEach(mount -> faults.add(where + ": no volume " + mount.getName()));
        }
        pod.getVolumes().stream()
                .filter(volume -> volume.getSecret() != null && secrets != null)
                .forEach(volume -> secret(name, volume.getSecret().getSecretName(), secrets));
        pod.getVolumes().stream()
                .filter(volume -> volume.getConfigMap() != null && configs != null)
                .filter(volume -> !Boolean.TRUE.equals(volume.getConfigMap().getOptional()))
                .filter(volume -> !configs.contains(volume.getConfigMap().getName()))
                .forEach(volume -> faults.add(
                        name + ": no ConfigMap " + volume.getConfigMap().getName()));
    }

    private static Stream<EnvVar> references(Container container) {
        return container.getEnv().stream()
                .filter(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getSecretKeyRef() != null);
    }

    private void secret(String where, String secret, Set<String> secrets) {
        that(secrets.contains(secret), where + ": nobody provides the secret " + secret);
    }

    private void selected(String name, Map<String, String> selector) {
        that(
                selector != null
                        && !selector.isEmpty()
                        && manifests.all(Deployment.class).stream()
                                .anyMatch(deployment -> selects(selector, labels(deployment))),
                name + " selects no pod");
    }

    /// Addresses inside the cluster that settings speak of are services of it, or stand in another namespace.
    private void addresses() {
        var services = names(Service.class);
        var all = new HashMap<String, String>();
        manifests
                .all(ConfigMap.class)
                .forEach(config -> all.putAll(config.getData() == null ? Map.of() : config.getData()));
        all.forEach((variable, value) -> {
            var host = HOST.matcher(value);
            if (host.matches() && host.group(2) == null) {
                that(services.contains(host.group(1)), variable + ": no service " + host.group(1));
            }
        });
    }

    private static Map<String, String> labels(Deployment deployment) {
        return deployment.getSpec().getTemplate().getMetadata().getLabels();
    }

    private static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.entrySet());
    }

    private Set<String> names(Class<?> kind) {
        var names = new TreeSet<String>();
        manifests
                .named()
                .filter(kind::isInstance)
                .forEach(object -> names.add(object.getMetadata().getName()));
        return names;
    }

    private void that(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
