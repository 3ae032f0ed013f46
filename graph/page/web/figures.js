/** The figures: every quantity as a point or range on one axis for each measure and unit. */

import { withDirections } from "./dom.js";
import { count, groupBy, once, sources } from "./model.js";
import { cutAtEnd } from "./names.js";
import { NOTICES, STATE_WORDS } from "./states.js";

const MOST_ROWS = 400;
const MOST_SAID = 4;
const MOST_LETTERS = 140;
const TICKS = 5;
const ROW = 17;

/** Every claim with figures, with its number, and what the axis of its figures is called: nothing where no number is given. */
const figuresOf = once(({ data }) => data.claims.flatMap((claim, number) => {
  const given = claim.quantity ?? {};
  if (Object.keys(given).length === 0) return [];
  const row = { claim, number, range: rangeOf(given.low, given.high), against: rangeOf(given.comparator_low, given.comparator_high) };
  return [{ ...row, said: saidOf(claim), name: row.range || row.against ? [given.measure || "figure", given.unit].filter(Boolean).join(", ") : "" }];
}));

/** What the references of a claim themselves give, and whether it is of the claim's measure and unit, so that it is drawn. */
function saidOf({ citations, quantity: { measure = "", unit = "" } }) {
  return citations.flatMap(({ label, source }) => {
    const given = source?.quantity ?? {};
    const range = rangeOf(given.low, given.high);
    const alike = (given.measure || measure) === measure && (given.unit || unit) === unit;
    return range ? [{ label, range, alike, words: written(given.low, given.high, given.unit || unit) }] : [];
  });
}

/** The claims with figures, by measure and unit, each group with its axis; those without a number are apart. */
export function figureGroups(model, { claims }) {
  const groups = groupBy(figuresOf(model).filter(({ number }) => claims.marks[number]), ({ name }) => name);
  const numberless = groups.get("") ?? [];
  groups.delete("");
  return { groups: [...groups].map(([name, rows]) => ({ name, rows, axis: axisOf(rows) })), numberless };
}

/** A point or range as numbers, or null where there is none. */
export function rangeOf(low, high) {
  const ends = [low, high].filter(Boolean).map(Number).filter(Number.isFinite);
  return ends.length ? { low: Math.min(...ends), high: Math.max(...ends) } : null;
}

/** An axis of round numbers that holds all ranges, and 0. */
export function axisOf(rows) {
  const ends = rows.flatMap(({ range, against, said = [] }) => [range, against, ...drawn(said)]).filter(Boolean).flatMap(({ low, high }) => [low, high]);
  const [least, most] = ends.reduce(([low, high], end) => [Math.min(low, end), Math.max(high, end)], [0, 0]);
  const step = roundStep((most - least || 1) / TICKS);
  const first = Math.floor(least / step) * step;
  const last = Math.max(first + step, Math.ceil(most / step) * step);
  const number = Math.round((last - first) / step);
  const ticks = Array.from({ length: number + 1 }, (_, index) => Number((first + index * step).toPrecision(12)));
  return { low: first, high: last, ticks };
}

/** How the numbers of an axis are written, so that they are short and differ: 0.25, 1,500, 200M, 2E15. */
export function tickWords({ ticks }) {
  const most = Math.max(...ticks.map(Math.abs));
  const step = ticks[1] - ticks[0];
  const way = most >= 1e15 || step < 1e-4 ? { notation: "scientific" } : most >= 1e4 ? { notation: "compact" } : {};
  return ticks.map((tick) => (tick === 0 ? "0" : tick.toLocaleString("en", { ...way, maximumFractionDigits: 4 })));
}

/** The ranges of what references give that are drawn beside the claim's. */
function drawn(said) {
  return said.filter(({ alike }) => alike).slice(0, MOST_SAID).map(({ range }) => range);
}

/** The next round number: 1, 2 or 5 times a power of ten. */
export function roundStep(size) {
  const power = 10 ** Math.floor(Math.log10(size));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= size * 0.999) ?? 10 * power;
}

/** Where a number stands on an axis, in per cent. */
export function along(axis, number) {
  return Number((((number - axis.low) / (axis.high - axis.low)) * 100).toFixed(3));
}

/** Numbers as they were written: "10–30 %". */
export function written(low, high, unit = "") {
  const ends = [low, high].filter(Boolean).join("–");
  return ends ? [ends, unit].filter(Boolean).join("\u00a0") : "";
}

/** Makes a function from the state to the figures' elements; `choose` is called with the id of what is chosen. */
export function createFigures(model, { h, s, mark, choose }) {
  const kit = { model, h, s, mark, choose };
  return (state, matches) => {
    const { groups, numberless } = figureGroups(model, matches);
    const rows = [...groups.flatMap((group) => group.rows), ...numberless];
    const bare = rows.filter(({ claim }) => NOTICES[claim.state] === NOTICES.unsourced).length;
    const refuted = rows.filter(({ claim }) => claim.state === "refuted").length;
    const none = rows.length === 0;
    return [
      h("p", { class: "pane-note" }, "Every number that a claim gives, on one axis for each measure. A bar is a range, a dot one value; hollow is what it is compared with",
        rows.some(({ said }) => said.length > 0) && "; thin is what the source itself gives", ". Dashed has no source",
        rows.length > 0 && (bare + refuted ? `: ${bare.toLocaleString("en")} of ${count(rows.length, "claim")}.` : `; here all ${count(rows.length, "claim")} have one.`), none && ".",
        refuted > 0 && ` Dotted is refuted: ${refuted.toLocaleString("en")}.`),
      none && h("p", { class: "empty" }, matches.active ? "No claim that is left gives a figure." : "No claim gives a figure."),
      ...groups.map((group) => figureGroup(kit, group)),
      numberless.length ? h("section", {}, h("h3", {}, "A measure without a number"),
        h("ul", { class: "claims" }, numberless.slice(0, MOST_ROWS).map(({ claim }) => h("li", {}, mark(claim.state), h("span", {},
          claimLink(kit, claim), h("span", { class: "small" }, ` ${claim.figures}`)))))) : null,
    ];
  };
}

/** One measure: its axis and a row for each claim. */
function figureGroup(kit, { name, rows, axis }) {
  const { h } = kit;
  const cut = rows.length > MOST_ROWS ? `the first ${MOST_ROWS} of ` : "";
  return h("section", { class: "figure-group" },
    h("h3", {}, name, h("span", { class: "small" }, ` – ${cut}${count(rows.length, "claim")}`)),
    h("div", { class: "figure axis", "aria-hidden": "true" }, h("div", { class: "figure-plot" }, axisPicture(kit, axis))),
    h("ul", {}, rows.slice(0, MOST_ROWS).map((row) => figureRow(kit, row, axis))));
}

/** The numbers of an axis. */
function axisPicture({ s }, axis) {
  const words = tickWords(axis);
  return s("svg", { class: "plot", width: "100%", height: 18 }, ...axis.ticks.map((tick, index) =>
    s("text", { x: `${along(axis, tick)}%`, y: 13, "text-anchor": "middle" }, words[index])));
}

/** A claim with its figures, drawn and in words. */
function figureRow(kit, { claim, range, against, said }, axis) {
  const { h, s, mark } = kit;
  const given = claim.quantity;
  const kinds = [[range, ""], [against, "against"], ...drawn(said).map((each) => [each, "said"])];
  const bars = kinds.filter(([each]) => each).map(([each, kind], index) => [each, 12 + index * ROW, kind]);
  const height = 6 + Math.max(2, bars.length) * ROW;
  const grid = axis.ticks.map((tick) => s("line", { class: "grid", x1: `${along(axis, tick)}%`, x2: `${along(axis, tick)}%`, y1: 0, y2: height }));
  return h("li", { class: `figure figure-${claim.state}` },
    h("div", { class: "figure-words" },
      h("p", { class: "figure-value" }, h("b", {}, written(given.low, given.high, given.unit) || "no number"),
        given.population && h("span", { dir: "auto" }, ` ${given.population}`)),
      (given.comparator || against) && h("p", { class: "small" }, "compared with ",
        written(given.comparator_low, given.comparator_high, given.unit), " ", given.comparator || "no one named"),
      h("p", { class: "small" }, claimLink(kit, claim)),
      said.length > 0 && h("p", { class: "small figure-said", dir: "auto" }, "Sources give ", said.map(({ label, words }) => `${words} (${label})`).join("; ")),
      h("p", { class: "small figure-source" }, mark(claim.state), sourceWords(kit, claim))),
    h("div", { class: "figure-plot", "aria-hidden": "true" },
      s("svg", { class: "plot", width: "100%", height }, ...grid, ...bars.flatMap(([each, y, kind]) => bar(kit, axis, each, y, kind)))));
}

/** A range as a bar with ends, or one value as a dot. */
function bar({ s }, axis, { low, high }, y, kind) {
  const [from, to] = [`${along(axis, low)}%`, `${along(axis, high)}%`];
  if (low === high) return [s("circle", { class: `point ${kind}`, cx: from, cy: y, r: 5.5 })];
  return [
    s("line", { class: `bar ${kind}`, x1: from, x2: to, y1: y, y2: y }),
    ...[from, to].map((x) => s("line", { class: `end ${kind}`, x1: x, x2: x, y1: y - 6, y2: y + 6 })),
  ];
}

/** What a claim's figures rest on, in words. */
function sourceWords({ h, model, choose }, claim) {
  const found = [...sources(claim)].map((id) => model.byId.get(id));
  if (found.length === 0) return h("b", { class: `state-${claim.state}` }, STATE_WORDS[claim.state]);
  return h("span", {}, found.flatMap((reference, index) => [index ? "; " : "",
    h("button", { type: "button", class: "link", "data-go": reference.id, onclick: () => choose(reference.id) }, withDirections(h, reference.label))]));
}

/** A claim's text, which leads to it. */
function claimLink({ h, choose }, claim) {
  return h("button", { type: "button", class: "link quiet", "data-go": claim.id, dir: "auto", onclick: () => choose(claim.id) }, cutAtEnd(claim.text, MOST_LETTERS));
}
