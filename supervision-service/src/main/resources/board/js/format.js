// How figures, targets and days are written.

import { lang, t } from "./i18n.js";

const SIGN = { AT_LEAST: "≥", AT_MOST: "≤", EXACTLY: "=" };

const locale = () => (lang() === "zh" ? "zh-CN" : "en-GB");

export const number = value => Number(value).toLocaleString(locale(), { maximumFractionDigits: 2 });

export const percent = value => `${number(Number(value) * 100)}%`;

/** A figure as people write it, with its unit apart: a share, yuan, days, or a plain number. */
export function figure(value, unit) {
  switch (unit) {
    case "RATIO": return { text: percent(value), unit: "" };
    case "YUAN": return { text: number(value), unit: t("yuan") };
    case "WORKING_DAYS": return { text: number(value), unit: t("workingDays") };
    case "SECONDS": return { text: number(value), unit: t("seconds") };
    default: return { text: number(value), unit: "" };
  }
}

export function target(head) {
  if (head.is === "RISING") {
    return `${t("target")} ${t("rising")}`;
  }
  if (head.target === null || head.target === undefined || !head.is) {
    return t("monitor");
  }
  const unit = head.target !== null && head.unit === "COUNT" && head.notes?.includes("PLAN_NOT_SET") ? "RATIO" : head.unit;
  const written = figure(head.target, unit);
  return `${t("target")} ${SIGN[head.is]} ${written.text}${written.unit ? ` ${written.unit}` : ""}`;
}

export const standing = met => (met === true ? "met" : met === false ? "missed" : "unjudged");

/** Why there is no value, in a few words. */
export function absence(notes = []) {
  return notes.includes("NO_CASES") ? t("noCases") : t("noData");
}

export function moment(instant) {
  return new Date(instant).toLocaleString(locale(), { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
}
