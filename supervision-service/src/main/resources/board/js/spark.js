// A small line of the last periods; the words beside it say the same.

import { svg } from "./dom.js";

const WIDTH = 74;
const HEIGHT = 30;

export function spark(trend, target) {
  const known = trend.points.map((point, index) => ({ index, value: point.value })).filter(one => one.value !== null);
  if (known.length < 2) {
    return null;
  }
  const goal = target === null || target === undefined ? [] : [Number(target)];
  const all = known.map(one => Number(one.value)).concat(goal);
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const x = index => 3 + (index * (WIDTH - 6)) / (trend.points.length - 1);
  const y = value => HEIGHT - 4 - ((value - low) / span) * (HEIGHT - 8);
  const last = known.at(-1);
  return svg("svg", { class: "spark", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
    goal.map(value => svg("line", { x1: 0, x2: WIDTH, y1: y(value), y2: y(value) })),
    svg("path", { d: known.map((one, i) => `${i ? "L" : "M"}${x(one.index).toFixed(1)} ${y(Number(one.value)).toFixed(1)}`).join("") }),
    svg("circle", { cx: x(last.index), cy: y(Number(last.value)), r: 3 }));
}
