package cn.sanming.migrant.subsidy.client;

import cn.sanming.migrant.platform.calls.CallFeign;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A certificate at the training department, as far as it is read here.
@FeignClient(name = "training-service", url = "${migrant.calls.training-service.url}", configuration = CallFeign.class)
interface TrainingDepartment {

    record Certificate(String id, String state, @Nullable Boolean onShortageList) {}

    @GetMapping("/api/v1/training/certificates/{id}")
    Certificate certificate(@PathVariable("id") String id);
}
