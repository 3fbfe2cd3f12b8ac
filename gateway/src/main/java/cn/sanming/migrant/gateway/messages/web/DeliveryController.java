package cn.sanming.migrant.gateway.messages.web;

import cn.sanming.migrant.gateway.messages.DeliveryDesk;
import cn.sanming.migrant.gateway.messages.DeliveryDesk.Again;
import cn.sanming.migrant.gateway.messages.DeliveryDesk.DeliveryView;
import cn.sanming.migrant.gateway.messages.Stage;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Messages on their way, for operators.
@RestController
@Tag(name = "消息 messages")
@RequestMapping("/api/v1/messages/deliveries")
class DeliveryController {

    private final DeliveryDesk desk;

    DeliveryController(DeliveryDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "消息投递情况（OPS）/ messages by how far they have come; DEAD ones need somebody")
    Outcome<Page<DeliveryView>> list(
            Actor actor,
            @RequestParam(defaultValue = "DEAD") Stage state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return desk.list(actor, state, after, Page.limit(limit));
    }

    @PostMapping("/{id}/again")
    @Operation(summary = "重新投递（OPS）/ send a dead letter once more")
    Outcome<Again> again(@PathVariable String id, Actor actor) {
        return desk.again(actor, id);
    }
}
