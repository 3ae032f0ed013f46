/** The figures: every quantity as a point, an interval or both, on one axis for each measure and unit. */

import { withDirections } from "./dom.js";
import { count, groupBy, once, sources } from "./model.js";
import { cutAtEnd } from "./names.js";
import { digits } from "./numbers.js";
import { NOTICES, STATE_WORDS } from "./states.js";

/** @import { EstimateData } from "./data.js" */
/** @import { Axis, Claim, Estimate, FigureGroup, FigureKit, FigureRow, Matches, Model, Said, Show, Span } from "./types.js" */

const MOST_ROWS = 400;
const MOST_SAID = 4;
const MOST_LETTERS = 140;
const TICKS = 5;
const MOST_TICKS = 7;
const STEEP = 1e9;
const ROW = 17;

/** Every claim with figures, with its number, and what the axis of its figures is called: nothing where no number is given. */
const figuresOf = once(({ data }) => data.claims.flatMap((claim, number) => {
  const given = claim.quantity ?? {};
  if (Object.keys(given).length === 0) return [];
  const row = { claim, number, estimate: estimateOf(given.estimate), against: estimateOf(given.comparator_estimate) };
  return [{ ...row, said: saidOf(claim), name: row.estimate || row.against ? [given.measure || "figure", given.unit].filter(Boolean).join(", ") : "" }];
}));

/**
 * What the references of a claim themselves give, and whether it is of the claim's measure and unit, so that it is drawn.
 * @type {(claim: Claim) => Said[]}
 */
function saidOf({ citations, quantity: { measure = "", unit = "" } }) {
  return citations.flatMap(({ label, source }) => {
    const given = source?.quantity ?? {};
    const estimate = estimateOf(given.estimate);
    const alike = (given.measure || measure) === measure && (given.unit || unit) === unit;
    return estimate ? [{ label, estimate, alike, words: written(given.estimate, given.unit || unit) }] : [];
  });
}

/**
 * The claims with figures, by measure and unit, each group with its axis; those without a number are apart.
 * @type {(model: Model, matches: Matches) => { groups: FigureGroup[], numberless: FigureRow[] }}
 */
export function figureGroups(model, { claims }) {
  const groups = groupBy(figuresOf(model).filter(({ number }) => claims.marks[number]), ({ name }) => name);
  const numberless = groups.get("") ?? [];
  groups.delete("");
  return { groups: [...groups].map(([name, rows]) => ({ name, rows, axis: axisOf(rows, noEffectOf(rows)) })), numberless };
}

/**
 * Where on the axis of a group there is no effect; null where that is nowhere.
 * @type {(rows: FigureRow[]) => number | null}
 */
function noEffectOf([{ claim }]) {
  return claim.quantity.no_effect ? Number(claim.quantity.no_effect) : null;
}

/**
 * An estimate as numbers, or null where there are none.
 * @type {(data?: EstimateData) => Estimate | null}
 */
export function estimateOf({ value, low, high, interval } = {}) {
  const [point = null] = numbersIn(value);
  const ends = numbersIn(low, high);
  const all = ends.length ? ends : numbersIn(value);
  return all.length ? { low: Math.min(...all), high: Math.max(...all), point, interval: interval ?? "" } : null;
}

/**
 * What can be drawn of numbers as they are written.
 * @type {(...written: (string | undefined)[]) => number[]}
 */
function numbersIn(...written) {
  return written.filter(Boolean).map(Number).filter(Number.isFinite);
}

/**
 * An axis of round numbers that holds all estimates, and where there is no effect; 0 unless it is logarithmic.
 * @type {(rows: (Pick<FigureRow, "estimate" | "against"> & { said?: Said[] })[], noEffect?: number | null) => Axis}
 */
export function axisOf(rows, noEffect = null) {
  const estimates = rows.flatMap(({ estimate, against, said = [] }) => [estimate, against, ...drawn(said)]).filter((each) => each !== null);
  const ends = estimates.flatMap(({ low, high, point }) => [low, high, point ?? low]);
  const log = noEffect === 1 && ends.every((end) => end > 1 / STEEP && end < STEEP);
  const [least, most] = [...ends, noEffect ?? 0].reduce(([low, high], end) => [Math.min(low, end), Math.max(high, end)], log ? [1, 1] : [0, 0]);
  const ticks = log ? logTicks(least, most) : linearTicks(least, most);
  return { low: ticks[0], high: ticks[ticks.length - 1], ticks, log, noEffect };
}

/**
 * Round numbers at one distance, from the last that is not above `least` to the first that is not below `most`.
 * @type {(least: number, most: number) => number[]}
 */
function linearTicks(least, most) {
  const step = roundStep((most - least || 1) / TICKS);
  const first = Math.floor(least / step) * step;
  const last = Math.max(first + step, Math.ceil(most / step) * step);
  const number = Math.round((last - first) / step);
  return Array.from({ length: number + 1 }, (_, index) => Number((first + index * step).toPrecision(12)));
}

/**
 * Round numbers at one ratio, 1 among them, from the last below `least` to the first above `most`.
 * @type {(least: number, most: number) => number[]}
 */
function logTicks(least, most) {
  const powers = Math.ceil(Math.log10(most)) - Math.floor(Math.log10(least)) + 2;
  const fine = ticksAround(least, most, 1, [1, 2, 5]);
  return fine.length > MOST_TICKS ? ticksAround(least, most, Math.ceil(powers / MOST_TICKS), [1]) : fine;
}

/**
 * Every so many powers of ten, times `steps`, around two numbers.
 * @type {(least: number, most: number, every: number, steps: number[]) => number[]}
 */
function ticksAround(least, most, every, steps) {
  const first = Math.floor((Math.log10(least) - 1) / every);
  const number = Math.ceil((Math.log10(most) + 1) / every) - first + 1;
  const ticks = Array.from({ length: number }, (_, index) => (first + index) * every).flatMap((power) => steps.map((step) => Number((step * 10 ** power).toPrecision(12))));
  return ticks.slice(ticks.filter((tick) => tick < least).length - 1, ticks.findIndex((tick) => tick > most) + 1);
}

/**
 * How the numbers of an axis are written, so that they are short and differ: 0.25, 1,500, 200M, 2E15.
 * @type {(axis: Axis) => string[]}
 */
export function tickWords({ ticks, log }) {
  const most = Math.max(...ticks.map(Math.abs));
  return ticks.map((tick) => (tick === 0 ? "0" : log ? numberWords(tick, tick, tick) : numberWords(tick, most, ticks[1] - ticks[0])));
}

/**
 * A number in the way that suits the largest of an axis and the distance of two.
 * @type {(number: number, most: number, step: number) => string}
 */
function numberWords(number, most, step) {
  /** @type {Intl.NumberFormatOptions} */
  const way = most >= 1e15 || step < 1e-4 ? { notation: "scientific" } : most >= 1e4 ? { notation: "compact" } : {};
  return number.toLocaleString("en", { ...way, maximumFractionDigits: 4 });
}

/**
 * What references give that is drawn beside the claim's own.
 * @type {(said: Said[]) => Estimate[]}
 */
function drawn(said) {
  return said.filter(({ alike }) => alike).slice(0, MOST_SAID).map(({ estimate }) => estimate);
}

/**
 * The next round number: 1, 2 or 5 times a power of ten.
 * @type {(size: number) => number}
 */
export function roundStep(size) {
  const power = 10 ** Math.floor(Math.log10(size));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= size * 0.999) ?? 10 * power;
}

/**
 * Where a number stands on an axis, in per cent.
 * @type {(axis: Span & { log?: boolean }, number: number) => number}
 */
export function along({ low, high, log }, number) {
  const [from, to, at] = log ? [low, high, number].map(Math.log) : [low, high, number];
  return Number((((at - from) / (to - from)) * 100).toFixed(3));
}

/**
 * An estimate as it was written: "10–30 %", "0.27 times (95 % CI 0.11–0.61)".
 * @type {(data?: EstimateData, unit?: string) => string}
 */
export function written({ value, low, high, interval } = {}, unit = "") {
  const ends = [low, high].filter((end) => end !== undefined);
  const inside = [interval, ends.join(ends.some((end) => end.startsWith("-")) ? " to " : "–")].filter(Boolean).join(" ");
  const size = value || inside;
  return size && [size, unit].filter(Boolean).join("\u00a0") + (value && inside ? ` (${inside})` : "");
}

/**
 * Makes a function from the state to the figures' elements; `choose` is called with the id of what is chosen.
 * @type {(model: Model, parts: Omit<FigureKit, "model">) => Show}
 */
export function createFigures(model, { h, s, mark, choose }) {
  const kit = { model, h, s, mark, choose };
  return (state, matches) => {
    const { groups, numberless } = figureGroups(model, matches);
    const rows = [...groups.flatMap((group) => group.rows), ...numberless];
    const bare = rows.filter(({ claim }) => NOTICES[claim.state] === NOTICES.unsourced).length;
    const refuted = rows.filter(({ claim }) => claim.state === "refuted").length;
    const none = rows.length === 0;
    const thin = rows.some(({ estimate, against, said }) => [estimate, against, ...drawn(said)].some((each) => each?.interval));
    return [
      h("p", { class: "pane-note" }, "Every number that a claim gives, on one axis for each measure. A bar is a range, a dot one value",
        thin && ", a thin line the interval around it", "; hollow is what it is compared with",
        rows.some(({ said }) => said.length > 0) && "; without colour is what the source itself gives", ". Dashed has no source",
        rows.length > 0 && (bare + refuted ? `: ${digits(bare)} of ${count(rows.length, "claim")}.` : `; here all ${count(rows.length, "claim")} have one.`), none && ".",
        refuted > 0 && ` Dotted is refuted: ${digits(refuted)}.`),
      none && h("p", { class: "empty" }, matches.active ? "No claim that is left gives a figure." : "No claim gives a figure."),
      ...groups.map((group) => figureGroup(kit, group)),
      numberless.length ? h("section", {}, h("h3", {}, "A measure without a number"),
        h("ul", { class: "claims" }, numberless.slice(0, MOST_ROWS).map(({ claim }) => h("li", {}, mark(claim.state), h("span", {},
          claimLink(kit, claim), h("span", { class: "small" }, ` ${claim.figures}`)))))) : null,
    ];
  };
}

/**
 * One measure: its axis and a row for each claim.
 * @type {(kit: FigureKit, group: FigureGroup) => HTMLElement}
 */
function figureGroup(kit, { name, rows, axis }) {
  const { h } = kit;
  const cut = rows.length > MOST_ROWS ? `the first ${MOST_ROWS} of ` : "";
  return h("section", { class: "figure-group" },
    h("h3", {}, name, h("span", { class: "small" }, ` – ${cut}${count(rows.length, "claim")}`,
      axis.log && ", logarithmic", axis.noEffect !== null && `, no effect at ${axis.noEffect}`)),
    h("div", { class: "figure axis", "aria-hidden": "true" }, h("div", { class: "figure-plot" }, axisPicture(kit, axis))),
    h("ul", {}, rows.slice(0, MOST_ROWS).map((row) => figureRow(kit, row, axis))));
}

/**
 * The numbers of an axis.
 * @type {(kit: FigureKit, axis: Axis) => SVGElement}
 */
function axisPicture({ s }, axis) {
  const words = tickWords(axis);
  return s("svg", { class: "plot", width: "100%", height: 18 }, ...axis.ticks.map((tick, index) =>
    s("text", { x: `${along(axis, tick)}%`, y: 13, "text-anchor": "middle" }, words[index])));
}

/**
 * A claim with its figures, drawn and in words.
 * @type {(kit: FigureKit, row: FigureRow, axis: Axis) => HTMLElement}
 */
function figureRow(kit, { claim, estimate, against, said }, axis) {
  const { h, s, mark } = kit;
  const given = claim.quantity;
  const kinds = [{ each: estimate, kind: "" }, { each: against, kind: "against" }, ...drawn(said).map((each) => ({ each, kind: "said" }))];
  const bars = kinds.flatMap(({ each, kind }) => (each ? [{ each, kind }] : []));
  const height = 6 + Math.max(2, bars.length) * ROW;
  const lines = [...axis.ticks.map((at) => ({ at, kind: "grid" })), ...(axis.noEffect === null ? [] : [{ at: axis.noEffect, kind: "grid no-effect" }])];
  const grid = lines.map(({ at, kind }) => s("line", { class: kind, x1: `${along(axis, at)}%`, x2: `${along(axis, at)}%`, y1: 0, y2: height }));
  return h("li", { class: `figure figure-${claim.state}` },
    h("div", { class: "figure-words" },
      h("p", { class: "figure-value" }, h("b", {}, written(given.estimate, given.unit) || "no number"),
        given.population && h("span", { dir: "auto" }, ` ${given.population}`)),
      (given.comparator || against) && h("p", { class: "small" }, "compared with ",
        written(given.comparator_estimate, given.unit), " ", given.comparator || "no one named"),
      h("p", { class: "small" }, claimLink(kit, claim)),
      said.length > 0 && h("p", { class: "small figure-said", dir: "auto" }, "Sources give ", said.map(({ label, words }) => `${words} (${label})`).join("; ")),
      h("p", { class: "small figure-source" }, mark(claim.state), sourceWords(kit, claim))),
    h("div", { class: "figure-plot", "aria-hidden": "true" },
      s("svg", { class: "plot", width: "100%", height }, ...grid, ...bars.flatMap(({ each, kind }, index) => bar(kit, axis, each, 12 + index * ROW, kind)))));
}

/**
 * A range as a bar with ends, a point as a dot, and the interval around it as a thin line.
 * @type {(kit: FigureKit, axis: Axis, estimate: Estimate, y: number, kind: string) => SVGElement[]}
 */
function bar({ s }, axis, { low, high, point, interval }, y, kind) {
  const [from, to] = [`${along(axis, low)}%`, `${along(axis, high)}%`];
  const alone = point !== null && low === high;
  return [
    !alone && s("line", { class: `bar ${interval && "interval"} ${kind}`, x1: from, x2: to, y1: y, y2: y }),
    ...(alone ? [] : [from, to]).map((x) => s("line", { class: `end ${kind}`, x1: x, x2: x, y1: y - 6, y2: y + 6 })),
    point !== null && s("circle", { class: `point ${kind}`, cx: `${along(axis, point)}%`, cy: y, r: 5.5 }),
  ].filter((each) => each !== false);
}

/**
 * What a claim's figures rest on, in words.
 * @type {(kit: FigureKit, claim: Claim) => HTMLElement}
 */
function sourceWords({ h, model, choose }, claim) {
  const found = [...sources(claim)].map((id) => model.byId.get(id));
  if (found.length === 0) return h("b", { class: `state-${claim.state}` }, STATE_WORDS[claim.state]);
  return h("span", {}, found.flatMap((reference, index) => [index ? "; " : "",
    h("button", { type: "button", class: "link", "data-go": reference.id, onclick: () => choose(reference.id) }, withDirections(h, reference.label))]));
}

/**
 * A claim's text, which leads to it.
 * @type {(kit: FigureKit, claim: Claim) => HTMLElement}
 */
function claimLink({ h, choose }, claim) {
  return h("button", { type: "button", class: "link quiet", "data-go": claim.id, dir: "auto", onclick: () => choose(claim.id) }, cutAtEnd(claim.text, MOST_LETTERS));
}
