package cn.sanming.migrant.supervision.coverage;

import cn.sanming.migrant.supervision.catalogue.Catalogue;
import java.util.List;
import org.springframework.stereotype.Component;

/// All capabilities, as this release was published with them: `catalogue/capabilities.json`.
@Component
final class Capabilities {

    private final List<Capability> all = List.of(Catalogue.read("capabilities", Capability[].class));

    List<Capability> all() {
        return all;
    }

    List<Capability> of(String promise) {
        return all.stream()
                .filter(capability -> capability.promise().equals(promise))
                .toList();
    }
}
