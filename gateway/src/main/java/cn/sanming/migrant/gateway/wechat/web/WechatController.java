package cn.sanming.migrant.gateway.wechat.web;

import cn.sanming.migrant.gateway.identity.BuiltInIssuer;
import cn.sanming.migrant.gateway.wechat.WechatDesk;
import cn.sanming.migrant.gateway.wechat.WechatDesk.BindingView;
import cn.sanming.migrant.gateway.wechat.WechatDesk.Released;
import cn.sanming.migrant.gateway.wechat.WechatDesk.Session;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Body;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `wx.login` gives the code; the rest is told here once.
@RestController
@Tag(name = "微信 wechat")
@RequestMapping("/api/v1/identity/wechat")
@Conditional(BuiltInIssuer.class)
class WechatController {

    private final WechatDesk desk;

    WechatController(WechatDesk desk) {
        this.desk = desk;
    }

    record NewSession(@NotBlank @Size(max = 128) String code) {}

    record NewBinding(String name, String idNumber, String phone) {

        @Override
        public String toString() {
            return "real name";
        }
    }

    @PostMapping("/sessions")
    @Operation(summary = "微信登录 / come in by WeChat")
    @ApiResponse(responseCode = "201", description = "done")
    Outcome<Session> open(@Body NewSession given, CommandContext context) {
        return desk.open(given.code(), context);
    }

    @PostMapping("/bindings")
    @Operation(summary = "实名绑定 / say who you are")
    @ApiResponse(responseCode = "201", description = "done")
    Outcome<BindingView> bind(@Body NewBinding given, CommandContext context) {
        return desk.bind(given.name(), given.idNumber(), given.phone(), context);
    }

    @GetMapping("/bindings/current")
    @Operation(summary = "我的绑定 / my binding")
    Outcome<BindingView> current(CommandContext context) {
        return desk.current(context);
    }

    @DeleteMapping("/bindings/current")
    @Operation(summary = "解除我的绑定 / take my binding back")
    Outcome<Released> release(CommandContext context) {
        return desk.release(context);
    }

    @DeleteMapping("/bindings/{workerId}")
    @Operation(summary = "窗口解除绑定（HR_OFFICER）/ an officer frees a worker from an account")
    Outcome<Released> release(@PathVariable String workerId, CommandContext context) {
        return desk.release(workerId, context);
    }
}
