/** What is printed: the references, annotated with what rests on each and falls with it, and the claims without one. */

import { given, withDirections } from "./dom.js";
import { STANCES, count, fallsWith, groupBy, liftedWith } from "./model.js";
import { digits } from "./numbers.js";
import { NOTICES, STATE_WORDS, WORST_FIRST } from "./states.js";

/** @import { SourceData } from "./data.js" */
/** @import { Child, Claim, Make, Model, Reference } from "./types.js" */

/** How many references, and how many claims without a source, are printed at most. */
export const MOST_PRINTED = 5000;

/**
 * Makes a function to the elements that are printed.
 * @type {(model: Model, kit: { h: Make }) => () => (Node | string)[]}
 */
export function createAnnotated(model, { h }) {
  return () => {
    const { claims, references } = model.data;
    const bare = WORST_FIRST.filter((state) => state in NOTICES).flatMap((state) => claims.filter((claim) => claim.state === state));
    return given([
      h("h2", {}, "References, annotated"),
      references.length === 0 && h("p", { class: "empty" }, "No references were read."),
      h("ol", {}, references.slice(0, MOST_PRINTED).map((reference) => annotatedReference(h, model, reference))),
      rest(h, references.length, "reference"),
      h("h2", {}, `Claims without a source: ${digits(bare.length)} of ${digits(claims.length)}`),
      ...bareClaims(h, model, bare.slice(0, MOST_PRINTED)),
      rest(h, bare.length, "claim"),
    ]);
  };
}

/**
 * Says that not all are printed.
 * @type {(h: Make, number: number, thing: string) => Child}
 */
function rest(h, number, thing) {
  return number > MOST_PRINTED && h("p", {}, `And ${count(number - MOST_PRINTED, thing)} more, which the files have that this page was made from.`);
}

/**
 * Claims without a source by their states, the refuted first; a heading says which, where there is more than one.
 * @type {(h: Make, model: Model, claims: Claim[]) => Node[]}
 */
function bareClaims(h, model, claims) {
  const byState = groupBy(claims, (claim) => claim.state);
  return [...byState].flatMap(([state, bare]) => [
    ...(byState.size > 1 ? [h("h3", { class: `state-${state}` }, `${STATE_WORDS[state]}: ${digits(bare.length)}`)] : []), ...claimsByCause(h, model, bare),
  ]);
}

/**
 * Claims under their causes.
 * @type {(h: Make, model: Model, claims: Claim[]) => Node[]}
 */
function claimsByCause(h, { byId }, claims) {
  const byCause = groupBy(claims, (claim) => claim.cause);
  return [...byCause].map(([cause, bare]) => h("div", { class: "annotated" },
    h("p", { dir: "auto" }, h("b", {}, byId.get(cause).name)),
    h("ul", {}, bare.map((claim) => h("li", { dir: "auto" }, claim.text)))));
}

/**
 * What a reference itself states about a claim, and who looked, as printed.
 * @type {(h: Make, source: SourceData) => Child}
 */
function saidIn(h, { quote = "", figures = "", checked = "" } = {}) {
  const words = [quote && `“${quote}”`, figures, checked].filter(Boolean);
  return words.length > 0 && h("span", { class: "small" }, ` – the source says: ${words.join("; ")} –`);
}

/**
 * A reference with the claims that cite it.
 * @type {(h: Make, model: Model, reference: Reference) => HTMLElement}
 */
function annotatedReference(h, model, reference) {
  const byStance = groupBy(model.citing.get(reference.id) ?? [], ({ citation }) => citation.stance);
  const [falls, lifted] = [fallsWith, liftedWith].map((ask) => ask(model, reference.id).length);
  return h("li", { class: "annotated" },
    h("p", { class: "citation" }, withDirections(h, reference.citation)),
    reference.links.map(([, address]) => h("p", { class: "small", dir: "auto" }, address)),
    h("p", { class: "small" }, [reference.group, reference.design].filter(Boolean).join(" · ")),
    byStance.size === 0 && h("p", {}, h("b", { class: "gap" }, "Unused: no claim cites it.")),
    STANCES.filter((stance) => byStance.has(stance)).map((stance) => h("div", {}, h("p", {}, h("b", {}, stance)),
      h("ul", {}, byStance.get(stance)?.map(({ claim, citation }) => h("li", { dir: "auto" }, claim.text,
        citation.locator && ` (${citation.locator})`, saidIn(h, citation.source), h("span", { class: "small" }, ` ${model.byId.get(claim.cause).name}`)))))),
    falls > 0 && h("p", { class: "small" }, `Without it, ${count(falls, "claim")} would have no source left.`),
    lifted > 0 && h("p", { class: "small" }, `Without it, ${count(lifted, "claim")} would no longer be refuted.`));
}
