// Who has how much in hand, and, for those who are signed in, what.

import { get, session } from "./api.js";
import { h } from "./dom.js";
import { number } from "./format.js";
import { named, t } from "./i18n.js";

export function hands(units, chooseUnit) {
  const most = Math.max(1, ...units.map(unit => unit.open_tasks));
  return h("section", { class: "panel", "aria-labelledby": "hands-title" },
    h("header", {}, h("h2", { id: "hands-title" }, t("hands")), h("span", { class: "hint" }, t("handsHint"))),
    units.length === 0
      ? h("p", { class: "hint" }, t("noTasks"))
      : h("ul", { class: "hands" }, units.slice(0, 12).map(unit => h("li", {}, h("button", { type: "button", "data-unit": unit.code, onclick: () => chooseUnit(unit.code) },
        h("span", {}, named(unit.name, unit.english)),
        h("span", { class: unit.overdue_tasks ? "late" : "" }, `${unit.overdue_tasks ? `${t("overdue")} ${number(unit.overdue_tasks)} / ` : ""}${t("open")} ${number(unit.open_tasks)}`),
        bar(unit, most))))));
}

function bar(unit, most) {
  const share = tasks => `width:${(100 * tasks) / most}%`;
  return h("span", { class: "bar", "aria-hidden": "true" },
    h("i", { class: "over", style: share(unit.overdue_tasks) }), h("i", { class: "open", style: share(unit.open_tasks - unit.overdue_tasks) }));
}

/** The tasks themselves, as far as the one who is signed in may see them. */
export async function taskTable(parameters, showCase) {
  if (!session()) {
    return null;
  }
  const page = await get("/tasks", { ...parameters, limit: 50 }).catch(() => ({ items: [] }));
  const open = page.items.filter(task => !["CLOSED", "CANCELLED"].includes(task.state));
  return h("section", { class: "panel", "aria-labelledby": "tasks-title" },
    h("header", {}, h("h2", { id: "tasks-title" }, t("tasks")), h("span", { class: "hint" }, `${open.length}${page.next ? "+" : ""}`)),
    open.length === 0 ? h("p", { class: "hint" }, t("noTasks")) : h("table", { class: "stack", id: "tasks" },
      h("thead", {}, h("tr", {}, ["measure", "title_", "name", "due", "state", "escalation", "timeline"].map(key => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, open.map(task => row(task, showCase)))));
}

function row(task, showCase) {
  const cell = (key, ...content) => h("td", { "data-label": t(key) }, h("span", {}, ...content));
  const about = task.subject ?? task.project_id ?? task.employer_uscc;
  return h("tr", {},
    cell("measure", task.sub_item), cell("title_", task.title), cell("name", task.unit_code), cell("due", task.due_on),
    cell("state", t("task", task.state)), cell("escalation", t("escalations", task.escalation)),
    cell("timeline", about ? h("button", { type: "button", class: "link", onclick: () => showCase(about) }, about) : "—"));
}
