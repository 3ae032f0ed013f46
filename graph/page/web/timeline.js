/** The timeline: references by year, and how old the newest source of each cause or claim is. */

import { withDirections } from "./dom.js";
import { count, groupBy, isCause, isClaim, kindOf, once, sourcesInside } from "./model.js";
import { cutAtEnd, cutInFront } from "./names.js";
import { digits } from "./numbers.js";
import { listOf } from "./ragged.js";
import { NOTICES } from "./states.js";
import { NO_YEAR, yearsOf } from "./years.js";

/** @import { State } from "./data.js" */
/** @import { Age, Cause, Child, Claim, Known, Make, MakeSvg, Matches, Model, Ragged, Show, Span, Thing } from "./types.js" */

const MOST_ROWS = 400;
const MOST_LETTERS = { cause: 48, claim: 140 };
const MOST_NAMES = 5;
const MOST_NAMED = 12;
const MOST_WITH_TICKS = 100;
const NOTHING = -2;
const LAST_YEAR = 9999;

/**
 * The numbers of the references that are left by year, newest first, and those without a year apart.
 * @type {(model: Model, matches: Matches) => { years: [number, number[]][], undated: number[] }}
 */
export function referencesByYear(model, { references }) {
  const years = yearsOf(model);
  const groups = groupBy([...references.marks.keys()].filter((number) => references.marks[number]), (number) => years[number]);
  const undated = groups.get(NO_YEAR) ?? [];
  groups.delete(NO_YEAR);
  return { years: [...groups].sort(([one], [other]) => other - one), undated };
}

/**
 * The years of the sources of a claim or cause, rising, and the `names` of each; `undated` counts those without one.
 * @type {(model: Model, item: Claim | Cause) => Age}
 */
export function agesOf(model, item) {
  const sources = isCause(item) ? [...sourcesInside(model, item).keys()]
    : [...listOf(model.links.sourcing, model.byId.numberOf(item.id))];
  const years = sources.map((number) => yearsOf(model)[number]).filter((year) => year !== NO_YEAR).sort((one, other) => one - other);
  /** @type {(numbers: number[]) => string[]} */
  const named = (numbers) => numbers.slice(0, MOST_NAMES).map((number) => model.data.references[number].label);
  const byYear = groupBy(sources, (number) => yearsOf(model)[number]);
  const names = /** @type {Known<number, string[]>} */ (new Map([...byYear].map(([year, numbers]) => [year, named(numbers)])));
  return { item, years, names, newest: years.at(-1) ?? null, undated: sources.length - years.length };
}

/**
 * For each thing the latest of the years in its list; NO_YEAR comes before all years, and NOTHING before that.
 * @type {(lists: Ragged, years: Int32Array) => Int32Array}
 */
function latest({ from, at }, years) {
  const found = new Int32Array(from.length - 1).fill(NOTHING);
  for (let thing = 0; thing < found.length; thing += 1) {
    for (let index = from[thing]; index < from[thing + 1]; index += 1) found[thing] = Math.max(found[thing], years[at[index]]);
  }
  return found;
}

/** For each claim, and for each cause, the year of its newest source. */
const newestOfClaims = once((model) => latest(model.links.sourcing, yearsOf(model)));
const newestOfCauses = once((model) => latest(model.links.inside, newestOfClaims(model)));

/**
 * Things in the order of years: the oldest first, then those with NO_YEAR, then those with NOTHING.
 * @type {(years: Int32Array) => Float64Array}
 */
function oldestFirst(years) {
  /** @type {(year: number) => number} */
  const rank = (year) => (year < 0 ? LAST_YEAR - year : year);
  return Float64Array.from(years, (year, number) => rank(year) * years.length + number).sort().map((each) => each % years.length);
}

/** The numbers of all claims, and of all causes, the oldest newest source first. */
export const byAge = {
  claims: once((model) => oldestFirst(newestOfClaims(model))),
  causes: once((model) => oldestFirst(newestOfCauses(model))),
};

/**
 * What is known of an age, in words.
 * @type {(age: Age) => string}
 */
export function ageWords({ item, newest, years, undated }) {
  if (newest === null) return undated ? "undated only" : NOTICES[stateOf(item)] ?? NOTICES.unsourced;
  return years.length + undated === 1 ? String(newest) : `${newest}, newest of ${years.length + undated}`;
}

/**
 * The state of a claim that has no newest source, and as what a cause without one is shown.
 * @type {(item: Claim | Cause) => State}
 */
function stateOf(item) {
  return isClaim(item) ? item.state : "unsourced";
}

/**
 * The years before the newest, for those who do not see the dots.
 * @type {(h: Make, age: Age) => Child}
 */
function olderWords(h, { years, newest }) {
  const older = [...new Set(years)].filter((year) => year !== newest);
  return older.length > 0 && h("span", { class: "sr" }, `, older: ${older.join(", ")}`);
}

/**
 * Makes a function from the state to the timeline's elements; `choose` is called with the id of what is chosen.
 * @type {(model: Model, parts: { h: Make, s: MakeSvg, choose: (id: string) => void }) => Show}
 */
export function createTimeline(model, { h, s, choose }) {
  /** @type {(item: Thing, text: string, quiet?: boolean) => HTMLElement} */
  const link = (item, text, quiet = true) => h("button", {
    type: "button", class: quiet ? "link quiet" : "link", "data-go": item.id, dir: kindOf(item.id) === "claim" && "auto", onclick: () => choose(item.id) }, withDirections(h, text));
  return (state, matches) => {
    const { years, undated } = referencesByYear(model, matches);
    const left = byAge[state.per](model).filter((number) => matches[state.per].marks[number]);
    const ages = Array.from(left.subarray(0, MOST_ROWS), (number) => agesOf(model, model.data[state.per][number]));
    const span = spanOf(model);
    const ticks = span && ages.length <= MOST_WITH_TICKS ? yearTicks(span) : [];
    return [
      h("p", { class: "pane-note" }, state.per === "causes" ? "What each cause rests on, by year: a dot for each source, the newest filled, and dotted the years since. First stands the cause whose newest source is oldest."
        : "What each claim rests on, by year: a dot for each source, the newest filled, and dotted the years since. First stands the claim whose newest source is oldest."),
      h("h3", {}, `Newest source of each ${state.per === "causes" ? "cause" : "claim"}`),
      ages.length === 0 && h("p", { class: "empty" }, `No ${state.per === "causes" ? "cause" : "claim"} is left.`),
      left.length > MOST_ROWS && h("p", { class: "small" }, `The first ${MOST_ROWS} of ${digits(left.length)}; search for the others.`),
      span && ages.length ? h("div", { class: "age axis", "aria-hidden": "true" }, h("span", { class: "age-plot" }, yearAxis(s, span))) : null,
      h("ul", { class: "ages" }, ages.map((age) => h("li", { class: "age" },
        h("span", { class: "age-name" }, link(age.item, shortName(age.item))),
        h("span", { class: "age-plot", "aria-hidden": "true" }, agePicture(s, age, span, ticks)),
        h("span", { class: `age-words${age.newest === null && !age.undated ? ` state-${stateOf(age.item)}` : ""}` }, ageWords(age), olderWords(h, age))))),
      h("h3", {}, `References by year: ${count(matches.references.size, "reference")}`),
      matches.references.size === 0 && h("p", { class: "empty" }, "No reference is left."),
      h("dl", { class: "years" }, yearItems(h, [...years, ...(undated.length ? [/** @type {[string, number[]]} */ (["undated", undated])] : [])], (number) => {
        const reference = model.data.references[number];
        return [link(reference, reference.label, false), h("span", { class: "small", dir: "auto" }, ` ${reference.title || "no title given"}`)];
      })),
    ];
  };
}

/**
 * What a row is about, in so many letters that it takes few lines.
 * @type {(item: Claim | Cause) => string}
 */
function shortName(item) {
  return isClaim(item) ? cutAtEnd(item.text, MOST_LETTERS.claim) : cutInFront(item.name, MOST_LETTERS.cause);
}

/**
 * The references of every year; where they are very many the first of each, and how many more there are.
 * @type {(h: Make, years: [number | string, number[]][], draw: (number: number) => Child[]) => HTMLElement[]}
 */
function yearItems(h, years, draw) {
  const all = years.reduce((sum, [, references]) => sum + references.length, 0);
  const most = all > MOST_ROWS ? Math.ceil(MOST_ROWS / years.length) : MOST_ROWS;
  return years.map(([year, references]) => h("div", {}, h("dt", {}, String(year)), h("dd", {}, h("ul", {},
    references.slice(0, most).map((number) => h("li", {}, draw(number))),
    references.length > most && h("li", { class: "small" }, `and ${digits(references.length - most)} more; search for them.`)))));
}

/** The first and the last year of the bibliography, whatever is left of it; null where it has none. */
const spanOf = once((model) => {
  const years = yearsOf(model).filter((year) => year !== NO_YEAR).sort();
  return years.length ? { low: years[0], high: years[years.length - 1] } : null;
});

/**
 * Where a year stands on the span of all, in per cent.
 * @type {(span: Span, year: number) => number}
 */
export function atYear({ low, high }, year) {
  return low === high ? 50 : 3 + (94 * (year - low)) / (high - low);
}

/**
 * The years that an axis names: the first, the last, and round ones well between.
 * @type {(span: Span) => number[]}
 */
export function yearTicks({ low, high }) {
  const step = [1, 2, 5, 10, 20, 50, 100, 500, 1000].find((each) => (high - low) / each <= 6) ?? 2000;
  const round = [];
  for (let year = Math.ceil(low / step) * step; year < high; year += step) round.push(year);
  /** @type {(year: number) => boolean} */
  const apart = (year) => year - low >= step * 0.6 && high - year >= step * 0.6;
  return [...new Set([low, ...round.filter(apart), high])];
}

/**
 * The years above the dots.
 * @type {(s: MakeSvg, span: Span) => SVGElement}
 */
function yearAxis(s, span) {
  return s("svg", { class: "plot", width: "100%", height: 18 },
    ...yearTicks(span).map((year) => s("text", { x: `${atYear(span, year)}%`, y: 13, "text-anchor": "middle" }, String(year))));
}

/**
 * The years of an age as dots on the span of all, over `ticks`. Where there are few dots the pointer finds out which
 * sources they are; very many elements would be slow to draw.
 * @type {(s: MakeSvg, age: Age, span: Span | null, ticks: number[]) => SVGElement}
 */
function agePicture(s, { years, names, newest }, span, ticks) {
  /** @type {(year: number) => string} */
  const at = (year) => `${span ? atYear(span, year) : 0}%`;
  const rest = [...new Set(years)].filter((year) => year !== newest);
  /** @type {(year: number) => SVGElement[]} */
  const named = (year) => (rest.length < MOST_NAMED ? [s("title", {}, names.get(year).join("; "))] : []);
  /** @type {(year: number, look: string, r: number) => SVGElement} */
  const dot = (year, look, r) => s("circle", { class: look, cx: at(year), cy: 8, r }, ...named(year));
  return s("svg", { class: "plot", width: "100%", height: 16 },
    s("line", { class: "grid", x1: 0, x2: "100%", y1: 8, y2: 8 }),
    ...ticks.map((year) => s("line", { class: "grid", x1: at(year), x2: at(year), y1: 3, y2: 13 })),
    ...(newest === null ? [] : [s("line", { class: "since", x1: at(newest), x2: "100%", y1: 8, y2: 8 })]),
    ...rest.map((year) => dot(year, "point against", 4)),
    ...(newest === null ? [] : [dot(newest, "point", 5)]));
}
