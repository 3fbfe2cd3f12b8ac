package cn.sanming.migrant.gateway.wechat.web;

import cn.sanming.migrant.gateway.identity.BuiltInIssuer;
import cn.sanming.migrant.gateway.wechat.WechatDesk;
import cn.sanming.migrant.gateway.wechat.WechatDesk.BindingView;
import cn.sanming.migrant.gateway.wechat.WechatDesk.Released;
import cn.sanming.migrant.gateway.wechat.WechatDesk.Session;
import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.web.Body;
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
    Outcome<Session> open(@Body NewSession given, Act act) {
        return desk.open(given.code(), act);
    }

    @PostMapping("/bindings")
    Outcome<BindingView> bind(@Body NewBinding given, Act act) {
        return desk.bind(given.name(), given.idNumber(), given.phone(), act);
    }

    @GetMapping("/bindings/current")
    Outcome<BindingView> current(Act act) {
        return desk.current(act);
    }

    @DeleteMapping("/bindings/current")
    Outcome<Released> release(Act act) {
        return desk.release(act);
    }

    @DeleteMapping("/bindings/{workerId}")
    Outcome<Released> release(@PathVariable String workerId, Act act) {
        return desk.release(workerId, act);
    }
}
