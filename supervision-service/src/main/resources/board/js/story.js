// One case across the departments.

import { get, session } from "./api.js";
import { laneChart } from "./charts.js";
import { h } from "./dom.js";
import { moment } from "./format.js";
import { named, t } from "./i18n.js";

const COLOURS = { job: "#1f6fb5", subsidy: "#8a5a00", training: "#5b3fa8", housing: "#00736b", wage: "#b71c1c", legalaid: "#12305c", community: "#2e7d32", supervision: "#7a2e6d" };
const department = event => event.event_type.split(".")[0];

export async function story(subject, back, unitName, askToSignIn) {
  const head = h("header", { class: "detail-head" },
    h("button", { type: "button", class: "quiet", onclick: back }, t("back")),
    h("h2", { tabindex: "-1" }, t("storyOf")), h("code", {}, subject));
  if (!session()) {
    return h("section", { class: "detail" }, head,
      h("div", { class: "panel" }, h("p", {}, t("signInForStory")), h("div", { class: "row" }, h("button", { type: "button", onclick: askToSignIn }, t("signIn")))));
  }
  const { items } = await get(`/stories/${encodeURIComponent(subject)}`);
  if (items.length === 0) {
    return h("section", { class: "detail" }, head, h("p", { class: "panel" }, t("nothingHeard")));
  }
  const lanes = [...new Set(items.map(department))].map(key => ({ key, name: t("dept", key) }));
  const chart = h("div", { class: "chart", role: "img", "aria-label": `${items.length} ${t("events")}, ${lanes.length} ${t("departments")}` });
  chart.style.height = `${90 + 44 * lanes.length}px`;
  requestAnimationFrame(() => laneChart(chart, lanes, items.map(event => ({
    at: event.occurred_at, lane: t("dept", department(event)), color: COLOURS[department(event)],
    text: `${moment(event.occurred_at)} ${named(event.summary, event.summary_en)}`,
  }))));
  return h("section", { class: "detail" }, head,
    h("p", { class: "hint" }, `${items.length} ${t("events")} · ${lanes.length} ${t("departments")}`),
    h("div", { class: "panel" }, chart),
    h("ol", { class: "panel story" }, items.map(event => line(event, unitName))));
}

function line(event, unitName) {
  return h("li", { class: `d-${department(event)}` },
    h("p", {}, h("time", { class: "when", datetime: event.occurred_at }, moment(event.occurred_at)), " ", h("span", { class: "dept" }, t("dept", department(event)))),
    h("p", {}, named(event.summary, event.summary_en)),
    h("p", { class: "by" }, h("code", {}, event.event_type), ` · ${(event.clauses.length ? event.clauses : event.measures).join(" ")} · `,
      event.units.slice(0, 3).map(unitName).join(named("、", ", "))));
}
