// The board: reads the address, fetches, shows. What is shown depends on the address and the filters only.

import { get, session, signIn, signOut } from "./api.js";
import { arrears } from "./arrears.js";
import { announce, byId, h } from "./dom.js";
import { number } from "./format.js";
import { hands, taskTable } from "./hands.js";
import { lang, named, switchLanguage, t, translatePage } from "./i18n.js";
import { measure } from "./measure.js";
import { story } from "./story.js";
import { tiles } from "./tiles.js";

const EVERY_MINUTE = 60_000;
const main = byId("main");
const state = { county: "", unit: "" };
let counties = [];
let units = [];
let turn = 0;

const address = () => location.hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
const go = (...parts) => { location.hash = parts.length ? `#/${parts.map(encodeURIComponent).join("/")}` : "#/"; };
const unitName = code => {
  const unit = units.find(one => one.code === code);
  return unit ? named(unit.name, unit.english) : code;
};

async function overview() {
  const [board, map] = await Promise.all([get("/board", { district: state.county, unit: state.unit }), get("/arrears-map")]);
  byId("as-of").textContent = `${t("asOf")} ${board.on}`;
  const red = map.counties.filter(county => !state.county || county.code === state.county)
    .reduce((sum, county) => sum + county.levels.RED.workers, 0);
  const total = (key, amount, look) => h("li", { class: look, "data-total": key }, h("b", {}, number(amount)), h("span", {}, t(key)));
  return [
    h("ul", { class: "totals" },
      total("indicatorsMet", board.totals.met, "good"), total("indicatorsMissed", board.totals.missed, board.totals.missed ? "bad" : ""),
      total("indicatorsUnjudged", board.totals.unjudged, ""), total("openTasks", board.totals.open_tasks, ""),
      total("overdueTasks", board.totals.overdue_tasks, board.totals.overdue_tasks ? "bad" : ""), total("redWorkers", red, red ? "red" : "")),
    h("div", { class: "board" },
      tiles(board.measures, id => go("measures", id)),
      h("div", { class: "side" }, arrears(map, state.county, subject => go("cases", subject)), hands(board.units, chooseUnit))),
    await taskTable({ unit_code: state.unit || (state.county && `SM-XQ-${state.county}`) }, subject => go("cases", subject)),
  ];
}

function content() {
  const [page, id] = address();
  const back = () => go();
  switch (page) {
    case "measures": return measure(id, state, counties, back, subject => go("cases", subject));
    case "cases": return story(id, back, unitName, askToSignIn);
    default: return overview();
  }
}

/** @param quietly whether only the figures are renewed, and the reader stays where they are */
async function show(quietly = false) {
  const mine = ++turn;
  main.setAttribute("aria-busy", "true");
  if (!quietly) {
    announce(t("loading"));
  }
  const parts = await Promise.resolve().then(content).catch(refusal => failure(refusal));
  if (mine !== turn) {
    return;
  }
  main.replaceChildren(...[parts].flat().filter(Boolean));
  main.setAttribute("aria-busy", "false");
  if (!quietly) {
    announce(t("updated"));
    (main.querySelector("h2[tabindex]") ?? document.activeElement).focus?.({ preventScroll: false });
  }
}

function failure(refusal) {
  return h("div", { class: "panel", role: "alert" }, h("p", { class: "refusal" }, `${t("refused")}: ${refusal.message}`), h("button", { type: "button", onclick: () => show() }, t("again")));
}

function chooseUnit(code) {
  const county = code.match(/^SM-XQ-(\d{6})$/);
  state.county = county ? county[1] : state.county;
  state.unit = county ? "" : code;
  fillFilters();
  show();
}

function fillFilters() {
  const option = (value, text, chosen) => h("option", { value, selected: value === chosen }, text);
  byId("county").replaceChildren(option("", t("wholeCity"), state.county), ...counties.map(county => option(county.code, named(county.name, county.english), state.county)));
  byId("unit").replaceChildren(option("", t("allUnits"), state.unit), ...units.filter(unit => unit.code !== "SM-XQ").map(unit => option(unit.code, named(unit.name, unit.english), state.unit)));
}

function words() {
  translatePage();
  byId("language").textContent = t("other");
  byId("language").lang = lang() === "zh" ? "en" : "zh-CN";
  const who = session();
  byId("session").textContent = who ? `${t("signOut")} ${who.username}` : t("signIn");
  fillFilters();
}

function askToSignIn() {
  byId("sign-in-refusal").textContent = "";
  byId("sign-in").showModal();
}

byId("language").addEventListener("click", () => { switchLanguage(); words(); show(); });
byId("county").addEventListener("change", event => { state.county = event.target.value; show(); });
byId("unit").addEventListener("change", event => { state.unit = event.target.value; show(); });
byId("find").addEventListener("submit", event => {
  event.preventDefault();
  const subject = byId("subject").value.trim();
  if (subject) {
    go("cases", subject);
  }
});
byId("session").addEventListener("click", () => {
  if (!session()) {
    return askToSignIn();
  }
  signOut();
  words();
  announce(t("signedOut"));
  return show();
});
byId("sign-in-cancel").addEventListener("click", () => byId("sign-in").close());
byId("sign-in-form").addEventListener("submit", async event => {
  event.preventDefault();
  const form = event.target;
  try {
    await signIn(form.elements.username.value, form.elements.password.value);
    form.reset();
    byId("sign-in").close();
    words();
    announce(t("signedIn"));
    await show();
  } catch (refusal) {
    byId("sign-in-refusal").textContent = refusal.message;
  }
});
addEventListener("hashchange", () => { show(); scrollTo(0, 0); });
setInterval(() => {
  if (!document.hidden && address()[0] === "" && !main.contains(document.activeElement) && !document.querySelector("dialog[open]")) {
    show(true);
  }
}, EVERY_MINUTE);

const [allUnits, map] = await Promise.all([get("/units"), get("/arrears-map")]).catch(refusal => {
  main.replaceChildren(failure(refusal));
  throw refusal;
});
units = allUnits.items;
counties = map.counties.map(({ code, name, english }) => ({ code, name, english }));
words();
await show();
