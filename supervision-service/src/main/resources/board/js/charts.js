// Charts by Apache ECharts, fetched from this house when the first of them is wanted.

import { figure, percent } from "./format.js";
import { t } from "./i18n.js";

const FONT = { fontFamily: getComputedStyle(document.documentElement).fontFamily };
let library = null;
const drawn = new Set();

async function draw(element, option) {
  library ??= import("../lib/echarts.esm.min.js");
  const echarts = await library;
  if (!element.isConnected) {
    return;
  }
  const chart = echarts.getInstanceByDom(element) ?? echarts.init(element, null, { renderer: "svg" });
  chart.setOption({ textStyle: FONT, animation: false, aria: { enabled: true }, ...option }, true);
  element.dataset.drawn = "true";
  drawn.add(chart);
}

addEventListener("resize", () => drawn.forEach(chart => {
  if (chart.getDom().isConnected) {
    chart.resize();
  } else {
    chart.dispose();
    drawn.delete(chart);
  }
}));

const axis = unit => (unit === "RATIO" ? { type: "value", axisLabel: { formatter: percent } } : { type: "value" });
const tooltip = unit => ({ trigger: "axis", valueFormatter: value => (value === undefined || value === null ? "–" : figure(value, unit).text) });
const goal = target => (target === null || target === undefined ? undefined : {
  symbol: "none", label: { formatter: t("target"), position: "insideEndTop" }, lineStyle: { color: "#17703f", type: "dashed" },
  data: [{ yAxis: Number(target) }],
});

/** One indicator over its last periods, with the target as a line. */
export const trendChart = (element, standing, target) => draw(element, {
  grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
  tooltip: tooltip(standing.figure.unit),
  xAxis: { type: "category", data: standing.trend.points.map(point => point.period), boundaryGap: true },
  yAxis: axis(standing.figure.unit),
  series: [{
    type: "line", name: t("value"), data: standing.trend.points.map(point => point.value), connectNulls: true, symbolSize: 9,
    lineStyle: { width: 3, color: "#1d4a8a" }, itemStyle: { color: "#1d4a8a" }, areaStyle: { color: "rgba(29,74,138,.08)" }, markLine: goal(target),
  }],
});

/** The same indicator in the 11 counties. */
export const countyChart = (element, counties, unit, target) => draw(element, {
  grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
  tooltip: tooltip(unit),
  xAxis: { type: "category", data: counties.map(county => county.name), axisLabel: { interval: 0, rotate: 40, fontSize: 11 } },
  yAxis: axis(unit),
  series: [{ type: "bar", name: t("value"), data: counties.map(county => county.value), itemStyle: { color: "#6f94c9", borderRadius: [4, 4, 0, 0] }, markLine: goal(target) }],
});

/** Who did something when: a lane for each department. */
export const laneChart = (element, lanes, points) => draw(element, {
  grid: { left: 8, right: 20, top: 12, bottom: 8, containLabel: true },
  tooltip: { trigger: "item", formatter: one => one.value[2], extraCssText: "max-width:20rem;white-space:normal" },
  xAxis: { type: "time", axisLabel: { hideOverlap: true }, splitLine: { show: true, lineStyle: { color: "#eef1f5" } } },
  yAxis: { type: "category", data: lanes.map(lane => lane.name), inverse: true, splitLine: { show: true, lineStyle: { color: "#e3e8ee" } } },
  series: [
    { type: "line", data: points.map(point => [point.at, point.lane]), symbol: "none", lineStyle: { color: "#b7c1ce", width: 1.5 }, silent: true, z: 1 },
    { type: "scatter", z: 3, symbolSize: 14, data: points.map(point => ({ value: [point.at, point.lane, point.text], itemStyle: { color: point.color } })) },
  ],
});
