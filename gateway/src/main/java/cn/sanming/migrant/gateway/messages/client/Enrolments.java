package cn.sanming.migrant.gateway.messages.client;

import cn.sanming.migrant.platform.calls.CallFeign;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The school department's enrolments, as far as a message needs them.
@FeignClient(
        name = "community-service",
        url = "${migrant.calls.community-service.url}",
        configuration = CallFeign.class)
interface Enrolments {

    record Enrolment(List<String> guardianIds) {}

    @GetMapping("/api/v1/community/enrolments/{id}")
    Enrolment of(@PathVariable String id);
}
