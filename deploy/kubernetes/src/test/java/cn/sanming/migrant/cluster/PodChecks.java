package cn.sanming.migrant.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Each container has probes, limits and no more rights than it needs.
final class PodChecks {

    private static final String MANAGEMENT = "management";
    private static final Integer MANAGEMENT_PORT = 9080;
    /// CPU seconds until a service is ready, measured without the cache of the image.
    private static final double START_CPU_SECONDS = 22;

    private final List<String> faults = new ArrayList<>();

    private PodChecks() {}

    static List<String> faults(Manifests manifests) {
        var checks = new PodChecks();
        for (var deployment : manifests.all(Deployment.class)) {
            var name = deployment.getMetadata().getName();
            var pod = deployment.getSpec().getTemplate().getSpec();
            checks.pod(name, pod);
            pod.getContainers().forEach(container -> checks.probes(name, container));
            checks.that(
                    name,
                    pod.getTopologySpreadConstraints().stream()
                            .allMatch(spread -> spread.getLabelSelector() != null
                                    && deployment
                                            .getSpec()
                                            .getTemplate()
                                            .getMetadata()
                                            .getLabels()
                                            .entrySet()
                                            .containsAll(spread.getLabelSelector()
                                                    .getMatchLabels()
                                                    .entrySet())),
                    "spreads over other pods than its own");
        }
        manifests
                .all(Job.class)
                .forEach(job -> checks.pod(
                        job.getMetadata().getName(), job.getSpec().getTemplate().getSpec()));
        // who is let in from outside comes through a Service: none may lead to the management port
        manifests
                .all(Service.class)
                .forEach(service -> checks.that(
                        service.getMetadata().getName(),
                        service.getSpec().getPorts().stream()
                                .noneMatch(port ->
                                        MANAGEMENT.equals(port.getTargetPort().getStrVal())
                                                || MANAGEMENT_PORT.equals(
                                                        port.getTargetPort().getIntVal())),
                        "leads to the management port"));
        manifests
                .all(CronJob.class)
                .forEach(job -> checks.pod(
                        job.getMetadata().getName(),
                        job.getSpec().getJobTemplate().getSpec().getTemplate().getSpec()));
        return checks.faults;
    }

    private void pod(String name, PodSpec pod) {
        var rights = pod.getSecurityContext();
        that(name, rights != null && Boolean.TRUE.equals(rights.getRunAsNonRoot()), "may run as root");
        that(
                name,
                rights != null
                        && rights.getSeccompProfile() != null
                        && "RuntimeDefault".equals(rights.getSeccompProfile().getType()),
                "has no seccomp profile");
        that(name, Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()), "holds a token of the cluster");
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .forEach(container -> container(name + '/' + container.getName(), container));
    }

    private void container(String name, Container container) {
        var resources = container.getResources();
        that(name, resources != null && resources.getLimits().containsKey("memory"), "has no memory limit");
        that(
                name,
                resources != null && resources.getRequests().keySet().containsAll(List.of("cpu", "memory")),
                "requests no cpu or memory");
        var rights = container.getSecurityContext();
        that(
                name,
                rights != null && Boolean.TRUE.equals(rights.getReadOnlyRootFilesystem()),
                "may write to its file system");
        that(name, rights != null && Boolean.FALSE.equals(rights.getAllowPrivilegeEscalation()), "may gain privileges");
        that(
                name,
                rights != null
                        && rights.getCapabilities() != null
                        && rights.getCapabilities().getDrop().contains("ALL"),
                "keeps capabilities");
        that(name, container.getImage() != null && container.getImage().matches(".+:[^:]+"), "names no version");
        that(
                name,
                container.getVolumeMounts().stream().anyMatch(mount -> "/tmp".equals(mount.getMountPath())),
                "has nowhere to put temporary files");
    }

    /// The slowest start that was measured, twice over, must fit where the node gives no more CPU than was requested.
    private void start(String name, Container container) {
        var probe = container.getStartupProbe();
        var cpu = container.getResources() == null
                ? null
                : container.getResources().getRequests().get("cpu");
        if (probe != null && cpu != null) {
            double seconds = START_CPU_SECONDS * 2 / cpu.getNumericalAmount().doubleValue();
            int patience = probe.getPeriodSeconds() * probe.getFailureThreshold();
            that(
                    name,
                    patience >= seconds,
                    "is killed while it starts: " + patience + " s for up to " + seconds + " s");
        }
    }

    private void probes(String name, Container container) {
        start(name, container);
        that(name, container.getStartupProbe() != null, "has no startup probe");
        that(name, container.getLivenessProbe() != null, "has no liveness probe");
        that(name, container.getReadinessProbe() != null, "has no readiness probe");
        that(
                name,
                container.getLivenessProbe() == null
                        || !container.getLivenessProbe().equals(container.getReadinessProbe()),
                "dies for the reasons for which it should only wait");
        that(
                name,
                Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                        .filter(Objects::nonNull)
                        .allMatch(probe ->
                                MANAGEMENT.equals(probe.getHttpGet().getPort().getStrVal())),
                "is probed elsewhere than at its management port");
        that(name, container.getLifecycle() != null, "does not wait for the load balancers when it stops");
    }

    private void that(String name, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(name + ' ' + otherwise);
        }
    }
}
