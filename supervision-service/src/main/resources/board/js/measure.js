// One measure on one page: indicators, promises and what delivers them, parameters, units.

import { get } from "./api.js";
import { countyChart, trendChart } from "./charts.js";
import { h } from "./dom.js";
import { figure, standing, target } from "./format.js";
import { taskTable } from "./hands.js";
import { named, t } from "./i18n.js";
import { value } from "./tiles.js";

export async function measure(id, state, counties, back, showCase) {
  const page = await get(`/measures/${id}`, { district: state.county });
  const scope = state.county ? counties.find(county => county.code === state.county) : null;
  return h("section", { class: "detail", "data-page": id },
    h("header", { class: "detail-head" },
      h("button", { type: "button", class: "quiet", onclick: back }, t("back")),
      h("h2", { tabindex: "-1" }, `${page.no}. ${named(page.title, page.english)}`),
      h("p", {}, `${page.chapter} · ${t("lead")}: ${lead(page)} · ${t("shownFor")}: ${scope ? named(scope.name, scope.english) : t("wholeCity")}`)),
    indicators(page, counties),
    h("div", { class: "two" }, units(page), promises(page)),
    await taskTable({ measure: id, unit_code: state.unit }, showCase),
    parameters(page));
}

const lead = page => {
  const unit = page.units.find(one => one.role === "LEAD");
  return named(unit.name, unit.english);
};

function indicators(page, counties) {
  const trend = h("div", { class: "chart", id: "trend-chart", role: "img" });
  const places = h("div", { class: "chart", id: "county-chart", role: "img" });
  const table = h("div", {});
  const buttons = page.indicators.map((one, index) => h("button", {
    type: "button", class: standing(one.figure.met), "aria-pressed": String(index === 0), "data-indicator": one.figure.indicator, onclick: () => choose(index),
  },
    h("span", {}, named(one.figure.name_zh, one.figure.name), h("br"), h("small", {}, `${one.figure.period} · ${target(one.figure)}`)),
    h("span", {}, value(one.figure), h("br"), h("span", { class: `chip ${standing(one.figure.met)}` }, t(standing(one.figure.met))))));

  function choose(index) {
    buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(i === index)));
    const { figure: now, trend: past } = page.indicators[index];
    const label = named(now.name_zh, now.name);
    const goal = now.is === "RISING" ? null : now.target;
    trend.setAttribute("aria-label", `${label}: ${t("trend")}`);
    places.setAttribute("aria-label", `${label}: ${t("byCounty")}`);
    const local = counties.map(county => ({ code: county.code, name: named(county.name.replace(/[县市区]$/, ""), county.english), value: now.districts[county.code] ?? null }));
    const anywhere = local.some(one => one.value !== null);
    places.hidden = !anywhere;
    table.replaceChildren(dataTable(past, anywhere ? local : [], now.unit));
    requestAnimationFrame(() => {
      trendChart(trend, { figure: now, trend: past }, goal);
      if (anywhere) {
        countyChart(places, local, now.unit, goal);
      }
    });
  }

  choose(0);
  return h("section", { class: "panel", "aria-labelledby": "indicators-title" },
    h("header", {}, h("h3", { id: "indicators-title" }, t("indicators"))),
    h("div", { class: "two" },
      h("ul", { class: "indicator-list" }, buttons.map(button => h("li", {}, button))),
      h("div", {}, trend, places, table)));
}

function dataTable(past, local, unit) {
  const rows = past.points.map(point => [point.period, point.value]).concat(local.filter(one => one.value !== null).map(one => [one.name, one.value]));
  return h("details", {}, h("summary", {}, t("chartTable")),
    h("table", {}, h("tbody", {}, rows.map(([name, number]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", { class: "number" }, number === null ? "–" : figure(number, unit).text))))));
}

function promises(page) {
  return h("section", { class: "panel", "aria-labelledby": "promises-title" },
    h("header", {}, h("h3", { id: "promises-title" }, t("promises"))),
    h("ol", { class: "promises" }, page.promises.map(promise => h("li", { "data-promise": promise.id },
      h("p", {}, h("b", {}, promise.id), " ", promise.promise),
      h("p", { class: "hint" }, promise.software.replace(/\*\*|`/g, "")),
      h("ul", { class: "means" }, promise.capabilities.map(one => h("li", {}, h("b", {}, t(one.kind)), " ", h("code", {}, one.name), " ", t("dept", one.service.replace("-service", "").replace("-", "")))))))));
}

function units(page) {
  return h("section", { class: "panel", "aria-labelledby": "units-title" },
    h("header", {}, h("h3", { id: "units-title" }, t("units"))),
    h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("name")), h("th", { scope: "col" }, t("role")), h("th", { scope: "col", class: "number" }, t("open")), h("th", { scope: "col", class: "number" }, t("overdue")))),
      h("tbody", {}, page.units.map(unit => h("tr", {}, h("td", {}, named(unit.name, unit.english)), h("td", {}, t(unit.role)),
        h("td", { class: "number" }, String(unit.open_tasks)), h("td", { class: unit.overdue_tasks ? "number late" : "number" }, String(unit.overdue_tasks)))))));
}

function parameters(page) {
  const cell = (key, ...content) => h("td", { "data-label": t(key), "data-day": ["basis", "validFrom", "owner"].includes(key) }, h("span", {}, ...content));
  return h("details", { class: "panel", id: "parameters" },
    h("summary", {}, `${t("parameters")} (${page.parameters.length})`),
    h("table", { class: "stack" },
      h("thead", {}, h("tr", {}, ["parameter", "value", "clause", "basis", "validFrom", "owner"].map(key => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, page.parameters.map(one => h("tr", {},
        cell("parameter", h("code", {}, one.id)), cell("value", `${one.value ?? "–"} ${one.unit}`), cell("clause", one.clause || "–"),
        cell("basis", t(one.basis)), cell("validFrom", one.valid_from), cell("owner", one.services.map(service => t("dept", service.replace("-service", "").replace("-", ""))).join(" · ")))))));
}
