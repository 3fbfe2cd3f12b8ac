package cn.sanming.migrant.subsidy.client;

import cn.sanming.migrant.platform.calls.CallFeign;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The blacklist at the wage department, as far as it is read here.
@FeignClient(name = "wage-service", url = "${migrant.calls.wage-service.url}", configuration = CallFeign.class)
interface WageDepartment {

    record Standing(String uscc, boolean listed) {}

    @GetMapping("/api/v1/wages/blacklist/{uscc}")
    Standing standing(@PathVariable("uscc") String uscc);
}
