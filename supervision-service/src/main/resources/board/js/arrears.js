// The map of open arrears: one field for each of the 11 counties, about where it lies.

import { get, session } from "./api.js";
import { announce, h } from "./dom.js";
import { number } from "./format.js";
import { named, t } from "./i18n.js";

/** Column and row; north is up. */
const PLACE = {
  350430: [1, 1], 350429: [2, 1], 350428: [3, 1],
  350424: [1, 2], 350421: [2, 2], 350405: [3, 2],
  350423: [1, 3], 350481: [2, 3], 350404: [3, 3], 350426: [4, 3],
  350425: [3, 4],
};
const LEVELS = ["RED", "ORANGE", "YELLOW"];

export function arrears(map, chosen, showCase) {
  const cases = h("div", { id: "cases", "aria-live": "polite" });
  const fields = map.counties.map(county => field(county, chosen, async button => {
    document.querySelectorAll(".county").forEach(one => one.setAttribute("aria-pressed", String(one === button)));
    await list(map, county, cases, showCase);
  }));
  return h("section", { class: "panel", "aria-labelledby": "arrears-title" },
    h("header", {}, h("h2", { id: "arrears-title" }, t("arrears")), h("span", { class: "hint" }, map.on)),
    h("ul", { class: "map" }, fields),
    h("p", { class: "legend" }, LEVELS.map(level => h("span", {}, h("i", { class: level }), t(level))), h("span", {}, h("i", { class: "none" }), t("none"))),
    h("p", { class: "hint" }, t("arrearsHint")),
    cases);
}

function field(county, chosen, open) {
  const [column, row] = PLACE[county.code];
  const all = LEVELS.map(level => county.levels[level]);
  const workers = all.reduce((sum, one) => sum + one.workers, 0);
  const amount = all.reduce((sum, one) => sum + Number(one.amount), 0);
  const button = h("button", {
    type: "button", class: `county ${county.worst ?? ""}`, "data-county": county.code, "aria-pressed": String(chosen === county.code),
    onclick: () => open(button),
  },
    h("b", {}, named(county.name.replace(/[县市区]$/, ""), county.english)),
    county.worst
      ? [h("span", {}, `${t(county.worst)} ${number(county.levels[county.worst].workers)}${t("each")}`),
         workers === county.levels[county.worst].workers ? null : h("span", {}, `Σ ${number(workers)}${t("each")}`),
         h("span", {}, `¥${number(amount)}`)]
      : h("span", {}, t("none")));
  return h("li", { style: `grid-column:${column};grid-row:${row}` }, button);
}

async function list(map, county, into, showCase) {
  const page = await get(`/indicators/${map.indicator}/figures/${map.period}/events`, { district: county.code, limit: 50 });
  const open = page.items.filter(one => !one.until || one.until > map.on);
  into.replaceChildren(
    h("h3", {}, `${named(county.name, county.english)} · ${t("casesOf")}`),
    open.length === 0
      ? h("p", { class: "hint" }, t("noneOpen"))
      : h("ul", { class: "cases" }, open.map(one => entry(one, showCase))),
    session() ? null : open.length > 0 && h("p", { class: "hint" }, t("signInForCases")));
  announce(`${named(county.name, county.english)}: ${open.length} ${t("lists")}`);
}

function entry(one, showCase) {
  const last = one.events.at(-1);
  return h("li", { class: one.group },
    h("span", {}, h("b", {}, t(one.group)), ` · ${number(one.n)} ${t("people")} · ${one.from}`),
    last?.summary && h("span", { class: "hint" }, named(last.summary, last.summary_en)),
    last?.subject && h("button", { type: "button", class: "link", onclick: () => showCase(last.subject) }, `${t("timeline")} ${last.subject}`));
}
