/** The timeline: references by year, and how old the newest source of each cause or claim is. */

import { count, restsOn, sources } from "./model.js";
import { yearOf } from "./matrix.js";

const MOST_ROWS = 400;

/** References by year, newest first, with every year that has some, and those without a year apart. */
export function referencesByYear(references) {
  const years = new Map();
  for (const reference of references) {
    const year = yearOf(reference);
    if (!years.has(year)) years.set(year, []);
    years.get(year).push(reference);
  }
  const undated = years.get(null) ?? [];
  years.delete(null);
  return { years: [...years].sort(([one], [other]) => other - one), undated };
}

/** The years of the sources of a claim or cause, rising; `undated` counts the sources without one. */
export function agesOf(model, item) {
  const ids = item.claims ? restsOn(model, item).map(({ reference }) => reference.id) : [...sources(item)];
  const years = ids.map((id) => yearOf(model.byId.get(id)));
  const dated = years.filter((year) => year !== null).sort((one, other) => one - other);
  return { item, years: dated, newest: dated.at(-1) ?? null, undated: years.length - dated.length };
}

/** The ages of causes or claims: the oldest newest source first, then those with undated sources only, then none. */
export function oldestFirst(ages) {
  const rank = ({ newest, undated }) => newest ?? (undated ? Infinity : Number.MAX_VALUE);
  const order = (one) => (one.newest !== null ? 0 : one.undated ? 1 : 2);
  return ages.toSorted((one, other) => order(one) - order(other) || (one.newest === null ? 0 : rank(one) - rank(other)));
}

/** What is known of an age, in words. */
export function ageWords({ newest, years, undated }) {
  if (newest === null) return undated ? "undated only" : "no source";
  return years.length + undated === 1 ? String(newest) : `${newest}, newest of ${years.length + undated}`;
}

/** Makes a function from the state to the timeline's elements; `choose` is called with the id of what is chosen. */
export function createTimeline(model, { h, s, choose }) {
  const link = (item, text, quiet = true) => h("button", {
    type: "button", class: quiet ? "link quiet" : "link", "data-go": item.id, dir: "auto", onclick: () => choose(item.id) }, text);
  return (state, matches) => {
    const references = model.data.references.filter((each) => matches.references.has(each.id));
    const { years, undated } = referencesByYear(references);
    const ages = oldestFirst(model.data[state.per].filter((each) => matches[state.per].has(each.id)).map((each) => agesOf(model, each)));
    const span = { low: Math.min(...years.map(([year]) => year)), high: Math.max(...years.map(([year]) => year)) };
    return [
      h("p", { class: "pane-note" }, state.per === "causes" ? "What each cause rests on, by year: a dot for each source, the newest filled. The oldest evidence stands first."
        : "What each claim rests on, by year: a dot for each source, the newest filled. The oldest evidence stands first."),
      h("h3", {}, `Newest source of each ${state.per === "causes" ? "cause" : "claim"}`),
      ages.length === 0 && h("p", { class: "empty" }, `No ${state.per === "causes" ? "cause" : "claim"} is left.`),
      ages.length > MOST_ROWS && h("p", { class: "small" }, `The first ${MOST_ROWS} of ${ages.length.toLocaleString("en")}; search for the others.`),
      years.length && ages.length ? h("div", { class: "age axis", "aria-hidden": "true" }, h("span", { class: "age-plot" }, yearAxis(s, span))) : null,
      h("ul", { class: "ages" }, ages.slice(0, MOST_ROWS).map((age) => h("li", { class: "age" },
        h("span", { class: "age-name" }, link(age.item, age.item.text ?? age.item.name)),
        h("span", { class: "age-plot", "aria-hidden": "true" }, agePicture(s, age, span)),
        h("span", { class: `age-words${age.newest === null && !age.undated ? " gap" : ""}` }, ageWords(age))))),
      h("h3", {}, `References by year: ${count(references.length, "reference")}`),
      references.length === 0 && h("p", { class: "empty" }, "No reference is left."),
      h("dl", { class: "years" }, [...years, ...(undated.length ? [["undated", undated]] : [])].map(([year, found]) => h("div", {},
        h("dt", {}, String(year)), h("dd", {}, h("ul", {}, found.slice(0, MOST_ROWS).map((reference) =>
          h("li", {}, link(reference, reference.label, false), h("span", { class: "small", dir: "auto" }, ` ${reference.title || "no title given"}`)))))))),
    ];
  };
}

/** Where a year stands on the span of all, in per cent. */
export function atYear({ low, high }, year) {
  return low === high ? 50 : 3 + (94 * (year - low)) / (high - low);
}

/** The years that an axis names: the first, the last, and round ones well between. */
export function yearTicks({ low, high }) {
  const step = [1, 2, 5, 10, 20, 50, 100, 500, 1000].find((each) => (high - low) / each <= 8) ?? 1000;
  const round = [];
  for (let year = Math.ceil(low / step) * step; year < high; year += step) round.push(year);
  const apart = (year) => year - low >= step * 0.6 && high - year >= step * 0.6;
  return [...new Set([low, ...round.filter(apart), high])];
}

/** The years above the dots. */
function yearAxis(s, span) {
  return s("svg", { class: "plot", width: "100%", height: 18 },
    ...yearTicks(span).map((year) => s("text", { x: `${atYear(span, year)}%`, y: 13, "text-anchor": "middle" }, String(year))));
}

/** The years of an age as dots on the span of all. */
function agePicture(s, { years, newest }, span) {
  const at = (year) => `${atYear(span, year)}%`;
  const rest = [...new Set(years)].filter((year) => year !== newest);
  return s("svg", { class: "plot", width: "100%", height: 16 },
    s("line", { class: "grid", x1: 0, x2: "100%", y1: 8, y2: 8 }),
    ...(newest === null ? [] : [s("line", { class: "since", x1: at(newest), x2: "100%", y1: 8, y2: 8 })]),
    ...rest.map((year) => s("circle", { class: "point against", cx: at(year), cy: 8, r: 4 })),
    ...(newest === null ? [] : [s("circle", { class: "point", cx: at(newest), cy: 8, r: 5 })]));
}
