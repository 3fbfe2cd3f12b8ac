// The 21 measures at a glance.

import { h } from "./dom.js";
import { absence, figure, standing, target } from "./format.js";
import { named, t } from "./i18n.js";
import { spark } from "./spark.js";

export function tiles(measures, open) {
  return h("section", { "aria-labelledby": "measures-title" },
    h("header", { class: "detail-head" }, h("h2", { id: "measures-title" }, t("measures")), h("span", { class: "hint" }, t("measuresHint"))),
    h("ul", { class: "tiles" }, measures.map(measure => h("li", {}, tile(measure, open)))));
}

function tile(measure, open) {
  const head = measure.headline;
  const state = standing(head.met);
  return h("button", { type: "button", class: `tile ${state}`, "data-measure": measure.id, onclick: () => open(measure.id) },
    h("span", { class: "tile-head" },
      h("span", { title: named(measure.lead_name, measure.lead_english) }, `${String(measure.no).padStart(2, "0")} · ${named(measure.lead_name, measure.lead_english)}`),
      h("span", { class: `chip ${state}` }, t(state))),
    h("span", { class: "tile-title" }, named(measure.title, measure.english)),
    h("span", { class: "tile-figure" },
      h("span", { class: "name" }, named(head.name_zh, head.name)),
      value(head), spark(head.trend, head.is === null ? null : head.target),
      h("span", { class: "name" }, target(head), direction(head.trend))),
    h("span", { class: "tile-foot" },
      counts(measure),
      tasks(measure)));
}

export function value(head) {
  if (head.value === null) {
    return h("span", { class: "value none" }, absence(head.notes));
  }
  const written = figure(head.value, head.unit);
  return h("span", { class: "value", "data-value": head.value }, written.text, written.unit && h("small", {}, written.unit));
}

const direction = trend => (trend.direction ? ` · ${t("trend")}${t("trend" + trend.direction).replace(/^(?=[a-z])/, " ")}` : "");

/** How many of its indicators reach their target, in signs; the words are for those who listen or point. */
function counts(measure) {
  const one = (key, sign, amount) => h("span", { class: key, title: `${t(key)} ${amount}` },
    h("span", { "aria-hidden": "true" }, `${sign} ${amount}`), h("span", { class: "visually-hidden" }, `${t(key)} ${amount}`));
  return h("span", { class: "counts" }, one("met", "✓", measure.met), one("missed", "✗", measure.missed), one("unjudged", "–", measure.unjudged));
}

function tasks(measure) {
  if (measure.overdue_tasks > 0) {
    return h("span", { class: "late" }, `${t("overdue")} ${measure.overdue_tasks} / ${t("open")} ${measure.open_tasks}`);
  }
  return h("span", {}, `${t("open")} ${measure.open_tasks}`);
}
