package cn.sanming.migrant.gateway.hub;

import cn.sanming.migrant.gateway.routing.Routes;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/// What is where, in plain HTML, for whoever opens the address in a browser.
@Hidden
@RestController
class StartPage {

    private final String page;

    StartPage(Routes routes) {
        var rows = new TreeMap<>(routes.routes())
                .entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("\n"));
        page = """
                <!doctype html>
                <html lang="zh">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>三明市关心关爱农民工</title>
                <style>
                  body { font-family: system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.5 }
                  td, th { text-align: left; padding: .2rem 1rem .2rem 0; vertical-align: top }
                </style>
                <h1>三明市关心关爱农民工 <small>Caring for migrant workers in Sanming</small></h1>
                <p><a href="/supervision/board/">督查看板 supervision board</a> ·
                   <a href="/swagger-ui.html">接口文档 API documentation</a> ·
                   <a href="/api/v1/reference/rules">基础规则 reference rules</a> ·
                   <a href="/api/v1/reference/divisions">行政区划 divisions</a></p>
                <table>
                  <tr><th>事项 area<th>部门服务 service<th>看看 look
                %s
                </table>
                """.formatted(rows);
    }

    private static String row(String area, Routes.Route route) {
        var path = HtmlUtils.htmlEscape("/api/v1/" + area);
        return "  <tr><td>" + HtmlUtils.htmlEscape(route.zh() + " " + route.en()) + "<td>"
                + HtmlUtils.htmlEscape(route.service()) + "<td><a href=\"" + path + "/rules\">规则 rules</a> · <a href=\""
                + path + "/lifecycles\">流程 life cycles</a>";
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page() {
        return page;
    }
}
