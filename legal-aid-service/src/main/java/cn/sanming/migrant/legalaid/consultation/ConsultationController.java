package cn.sanming.migrant.legalaid.consultation;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Consultations over HTTP: workers ask, advisers answer or log what they have answered.
@RestController
@RequestMapping("/api/v1/legal-aid/consultations")
class ConsultationController {

    private final ConsultationDesk desk;

    ConsultationController(ConsultationDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    Outcome<Consultation.View> ask(@Body ConsultationDesk.Question body, CommandContext context) {
        return desk.ask(body, context);
    }

    @PostMapping("/{id}/answer")
    Outcome<Consultation.View> answer(@PathVariable String id, CommandContext context) {
        return desk.answer(id, context);
    }

    @GetMapping("/{id}")
    Outcome<Consultation.View> read(@PathVariable String id, Actor actor) {
        return desk.read(id, actor);
    }

    @GetMapping
    Outcome<Page<Consultation.View>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return desk.list(after, limit, actor);
    }
}
