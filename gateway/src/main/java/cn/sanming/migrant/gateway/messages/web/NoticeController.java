package cn.sanming.migrant.gateway.messages.web;

import cn.sanming.migrant.gateway.messages.Figures;
import cn.sanming.migrant.gateway.messages.MessageDesk;
import cn.sanming.migrant.gateway.messages.MessageDesk.NoticeView;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.web.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The notice board, for everybody.
@RestController
@Tag(name = "公告 notices")
@RequestMapping("/api/v1/notices")
class NoticeController {

    private final MessageDesk desk;
    private final Figures figures;

    NoticeController(MessageDesk desk, Figures figures) {
        this.desk = desk;
        this.figures = figures;
    }

    /// @param district none for the whole city
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureView(
            String indicator,
            @Nullable String district,
            String period,
            String value,
            @Nullable String target,
            @Nullable Boolean met) {}

    @GetMapping
    @Operation(
            summary =
                    "公告栏：岗位、招聘会、培训班、竞赛、场馆、高温、公布、驿站、表彰 / the board: VACANCY, FAIR, CLASS, COMPETITION, VENUE, HEAT, VIOLATION, STATION, HONOUR")
    Outcome<Page<NoticeView>> board(
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Locale language) {
        return desk.notices(kind, district, after, Page.limit(limit), language);
    }

    @GetMapping("/figures")
    @Operation(summary = "指标最新数值 / every indicator's newest figure")
    List<FigureView> figures() {
        return figures.all().stream()
                .map(one -> new FigureView(
                        one.indicator(), one.district(), one.period(), one.value(), one.target(), one.met()))
                .toList();
    }
}
