package cn.sanming.migrant.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.strimzi.api.kafka.model.common.template.ContainerTemplate;
import io.strimzi.api.kafka.model.common.template.PodTemplate;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a namespace with Pod Security `restricted` refuses, for every pod that these manifests make, those of the
/// operators included.
final class PodSecurity {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private final List<String> faults = new ArrayList<>();

    private PodSecurity() {}

    static List<String> faults(Manifests manifests) {
        var checks = new PodSecurity();
        manifests
                .all(Deployment.class)
                .forEach(deployment -> checks.pod(
                        deployment.getMetadata().getName(),
                        deployment.getSpec().getTemplate().getSpec()));
        manifests
                .all(Job.class)
                .forEach(job -> checks.pod(
                        job.getMetadata().getName(), job.getSpec().getTemplate().getSpec()));
        manifests
                .all(CronJob.class)
                .forEach(job -> checks.pod(
                        job.getMetadata().getName(),
                        job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec()));
        manifests.all(MongoDBCommunity.class).forEach(checks::store);
        manifests.all(KafkaNodePool.class).forEach(checks::brokers);
        manifests.all(Kafka.class).forEach(checks::companions);
        return checks.faults;
    }

    private void pod(String name, PodSpec pod) {
        that(name, !Boolean.TRUE.equals(pod.getHostNetwork()), "uses the network of its node");
        that(name, !Boolean.TRUE.equals(pod.getHostPID()), "sees the processes of its node");
        that(name, !Boolean.TRUE.equals(pod.getHostIPC()), "shares the memory of its node");
        whole(name, pod.getSecurityContext());
        pod.getVolumes()
                .forEach(volume -> that(
                        name,
                        volume.getHostPath() == null && volume.getNfs() == null && volume.getIscsi() == null,
                        "mounts something else than " + VOLUMES));
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .forEach(container -> container(name, container));
    }

    private void container(String name, Container container) {
        var where = name + '/' + container.getName();
        rights(where, container.getSecurityContext());
        container.getPorts().forEach(port -> that(where, port.getHostPort() == null, "takes a port of its node"));
    }

    /// The operator makes these containers; a name that it does not know would be a container of its own.
    private void store(MongoDBCommunity store) {
        var pod = store.spec().statefulSet().spec().template().getSpec();
        pod("mongodb", pod);
        that(
                "mongodb",
                names(pod.getContainers()).equals(Set.of("mongod", "mongodb-agent"))
                        && names(pod.getInitContainers())
                                .equals(Set.of("mongod-posthook", "mongodb-agent-readinessprobe")),
                "leaves a container of the operator as it is, or names one that the operator does not make");
    }

    private static Set<String> names(List<Container> containers) {
        return Set.copyOf(containers.stream().map(Container::getName).toList());
    }

    private void brokers(KafkaNodePool pool) {
        var template = pool.getSpec().getTemplate();
        that("brokers", template != null, "are as the operator makes them");
        if (template != null) {
            template("brokers", template.getPod(), template.getKafkaContainer());
        }
    }

    private void companions(Kafka kafka) {
        var operators = kafka.getSpec().getEntityOperator().getTemplate();
        var exporter = kafka.getSpec().getKafkaExporter().getTemplate();
        that("kafka", operators != null && exporter != null, "has companions as the operator makes them");
        if (operators != null && exporter != null) {
            template("topic operator", operators.getPod(), operators.getTopicOperatorContainer());
            template("user operator", operators.getPod(), operators.getUserOperatorContainer());
            template("exporter", exporter.getPod(), exporter.getContainer());
        }
    }

    private void template(String name, @Nullable PodTemplate pod, @Nullable ContainerTemplate container) {
        whole(name, pod == null ? null : pod.getSecurityContext());
        rights(name, container == null ? null : container.getSecurityContext());
    }

    private void whole(String name, @Nullable PodSecurityContext rights) {
        that(name, rights != null && Boolean.TRUE.equals(rights.getRunAsNonRoot()), "may run as root");
        that(name, rights == null || rights.getRunAsUser() == null || rights.getRunAsUser() != 0, "runs as root");
        that(
                name,
                rights != null
                        && rights.getSeccompProfile() != null
                        && Set.of("RuntimeDefault", "Localhost")
                                .contains(rights.getSeccompProfile().getType()),
                "has no seccomp profile");
    }

    private void rights(String name, @Nullable SecurityContext rights) {
        that(name, rights != null && Boolean.FALSE.equals(rights.getAllowPrivilegeEscalation()), "may gain privileges");
        that(name, rights == null || !Boolean.TRUE.equals(rights.getPrivileged()), "is privileged");
        that(name, rights == null || rights.getRunAsUser() == null || rights.getRunAsUser() != 0, "runs as root");
        that(
                name,
                rights != null
                        && rights.getCapabilities() != null
                        && rights.getCapabilities().getDrop().contains("ALL")
                        && Set.of("NET_BIND_SERVICE")
                                .containsAll(rights.getCapabilities().getAdd()),
                "keeps capabilities");
    }

    private void that(String name, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(name + ' ' + otherwise);
        }
    }
}
