package cn.sanming.migrant.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The manifests fit the code: a pod for each room, a service for each route, a way for each call and for no other.
final class CodeChecks {

    private static final String DOOR = "gateway";
    private static final String NAME = "app.kubernetes.io/name";

    private final Manifests manifests;
    private final House house;
    private final List<String> faults = new ArrayList<>();

    private CodeChecks(Manifests manifests, House house) {
        this.manifests = manifests;
        this.house = house;
    }

    static List<String> faults(Manifests manifests, House house) {
        var checks = new CodeChecks(manifests, house);
        checks.rooms();
        checks.routes();
        checks.calls();
        checks.topics();
        return checks.faults;
    }

    private void rooms() {
        same("deployments and rooms", house.rooms(), names(Deployment.class));
        same("services and rooms", house.rooms(), names(Service.class));
    }

    private void routes() {
        var door = new HashMap<String, String>();
        manifests.all(ConfigMap.class).stream()
                .filter(config -> config.getMetadata().getName().equals("door"))
                .forEach(config -> door.putAll(config.getData()));
        house.routes().forEach((service, variable) -> {
            var address = "http://" + service + ":8080";
            if (!address.equals(door.get(variable))) {
                faults.add("the door finds " + service + " by " + variable + ", which says " + door.get(variable));
            }
        });
    }

    /// Both ends of a call must let it through: the caller's policy and that of whom it asks. The door reaches
    /// every department anyway.
    private void calls() {
        var out = new TreeMap<String, Set<String>>();
        var in = new TreeMap<String, Set<String>>();
        house.rooms().forEach(room -> {
            out.put(room, new TreeSet<>());
            in.put(room, new TreeSet<>());
        });
        for (var policy : manifests.all(NetworkPolicy.class)) {
            var room = room(policy.getSpec().getPodSelector());
            if (room == null || room.equals(DOOR)) {
                continue;
            }
            var spec = policy.getSpec();
            spec.getEgress().forEach(rule -> peers(rule.getTo(), out.get(room)));
            spec.getIngress().forEach(rule -> peers(rule.getFrom(), in.get(room)));
        }
        var asked = new TreeMap<String, Set<String>>();
        house.rooms().forEach(room -> asked.put(room, new TreeSet<>()));
        house.calls().forEach((caller, all) -> {
            if (!caller.equals(DOOR)) {
                all.forEach(callee -> asked.get(callee).add(caller));
            }
        });
        for (var room : house.rooms()) {
            if (room.equals(DOOR)) {
                continue;
            }
            same(room + " may ask", house.calls().get(room), out.get(room));
            same(room + " may be asked by", asked.get(room), in.get(room));
        }
        var denies = manifests.all(NetworkPolicy.class).stream()
                .anyMatch(policy ->
                        policy.getSpec().getPodSelector().getMatchLabels().isEmpty()
                                && policy.getSpec().getIngress().isEmpty()
                                && policy.getSpec().getEgress().isEmpty()
                                && policy.getSpec().getPolicyTypes().containsAll(List.of("Ingress", "Egress")));
        if (!denies) {
            faults.add("nothing is denied by default");
        }
    }

    private static void peers(List<NetworkPolicyPeer> peers, Set<String> rooms) {
        peers.stream()
                .map(NetworkPolicyPeer::getPodSelector)
                .map(CodeChecks::room)
                .filter(room -> room != null)
                .forEach(rooms::add);
    }

    private static String room(LabelSelector selector) {
        return selector == null ? null : selector.getMatchLabels().get(NAME);
    }

    private void topics() {
        if (manifests.all(KafkaTopic.class).isEmpty()) {
            return;
        }
        same("topics", new TreeSet<>(house.topics().values()), names(KafkaTopic.class));
        for (var topic : manifests.all(KafkaTopic.class)) {
            var kept = Duration.ofMillis(
                    Long.parseLong(String.valueOf(topic.getSpec().getConfig().get("retention.ms"))));
            if (!kept.equals(house.retention())) {
                faults.add(topic.getMetadata().getName() + " is kept for " + kept.toDays() + " days, inboxes for "
                        + house.retention().toDays());
            }
        }
        house.topics().forEach((room, topic) -> {
            var writes = manifests.all(KafkaUser.class).stream()
                    .filter(user -> user.getMetadata().getName().equals(room))
                    .anyMatch(user ->
                            String.valueOf(user.getSpec().getAuthorization()).contains(topic));
            if (!writes) {
                faults.add(room + " may not write " + topic);
            }
        });
    }

    private Set<String> names(Class<?> kind) {
        var names = new TreeSet<String>();
        manifests
                .named()
                .filter(kind::isInstance)
                .forEach(object -> names.add(object.getMetadata().getName()));
        return names;
    }

    private void same(String what, Set<String> wanted, Set<String> found) {
        if (!wanted.equals(found)) {
            faults.add(what + ": the code says " + wanted + ", the manifests " + found);
        }
    }
}
