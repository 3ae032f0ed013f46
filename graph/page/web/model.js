/** The evidence, indexed for questions. Everything here is pure: values in, values out, no document. */

import { whenNeeded } from "./columns.js";
import { digits } from "./numbers.js";
import { anyMarked, listOf, ragged, spread, turned } from "./ragged.js";
import { createIndex, foldText, wordsOf } from "./search.js";

/** @import { Asked, Cause, CitationFinder, Cited, Citing, Claim, Finder, Finding, Ids, Kind, Links, Marks, Matches, Model, Ragged, Reference, Thing } from "./types.js" */
/** @import { Stance } from "./data.js" */

/** @type {Stance[]} */
export const STANCES = ["supports", "disputes", "qualifies", "mentions"];
/** @type {Stance[]} */
export const SOURCING = ["supports", "qualifies"];
/** @type {Stance[]} */
const DISPUTING = ["disputes"];
const LISTS = /** @type {const} */ (["causes", "claims", "references"]);
/** @type {Kind[]} */
const KINDS = ["cause", "claim", "reference"];

/**
 * Index the page's data; ids are looked up in maps, since a cause may be called anything.
 * Each index is made when it is first needed, as there may be very many claims.
 * @type {(data: Model["data"]) => Model}
 */
export function createModel(data) {
  /** @type {Model} */
  const model = /** @type {any} */ ({ // the rest follows when it is needed
    data,
    byId: createFinder(data),
    last: { asked: null, left: null },
    lastWords: new Map(),
  });
  whenNeeded(model, "ruleByCode", () => new Map([...data.rules, ...data.not_run].map((rule) => [rule.code, rule])));
  whenNeeded(model, "findingsOf", () => groupBy(data.findings, (finding) => finding.subject));
  whenNeeded(model, "followers", () => followersOf(data));
  whenNeeded(model, "findingsByConcern", () => groupBy(data.findings.keys(), (number) => concernOf(model, data.findings[number].subject)));
  whenNeeded(model, "citing", () => (data.citing ? citationsGiven(model) : citationsByReference(data)));
  whenNeeded(model, "links", () => linksOf(model));
  whenNeeded(model, "indexes", () => createIndexes(model));
  whenNeeded(model, "everything", () => everythingLeft(model));
  return model;
}

/**
 * The numbers of the findings that follow from another, by the number of that one.
 * @type {(data: Model["data"]) => Map<number, number[]>}
 */
function followersOf({ findings }) {
  return groupBy([...findings.keys()].filter((number) => findings[number].follows.length), (number) => findings[number].follows[0]);
}

/**
 * The id of the cause that an id belongs to; "references" for one of those, "files" for one that is none.
 * @type {(model: Model, id: string) => string}
 */
export function concernOf({ byId }, id) {
  if (!byId.has(id)) return "files";
  return { cause: id, claim: byId.get(id).cause, reference: "references" }[kindOf(id)];
}

/**
 * Finds causes, claims and references, and their numbers in their lists, by id.
 * @type {(data: Model["data"]) => Finder}
 */
function createFinder(data) {
  /** @type {Record<Kind, Map<string, number>>} */
  const numbers = /** @type {any} */ ({}); // each follows when it is needed
  for (const kind of KINDS) {
    whenNeeded(numbers, kind, () => new Map(data[`${kind}s`].map((item, number) => [item.id, number])));
  }
  /** @type {(id: string) => number} */
  const numberOf = (id) => /** @type {number} */ (KINDS.includes(kindOf(id)) ? numbers[kindOf(id)].get(id) : undefined);
  return { numberOf, has: (id) => numberOf(id) !== undefined, get: (id) => data[`${kindOf(id)}s`]?.[numberOf(id)] };
}

/**
 * The citations of a reference, where the data find them by its number.
 * @type {(model: Model) => CitationFinder}
 */
function citationsGiven({ data, byId }) {
  return { get: (id) => (kindOf(id) === "reference" && byId.has(id) ? data.citing?.(byId.numberOf(id)) : undefined) };
}

/**
 * For each reference the citations of it, with their claims.
 * @type {(data: Model["data"]) => CitationFinder}
 */
function citationsByReference(data) {
  /** @type {Map<string, Citing[]>} */
  const citing = new Map(data.references.map((reference) => [reference.id, []]));
  for (const claim of data.claims) {
    for (const citation of claim.citations) citing.get(citation.reference)?.push({ claim, citation });
  }
  return citing;
}

/**
 * Lists of things by a key of each.
 * @type {<T, K>(things: Iterable<T>, key: (thing: T) => K) => Map<K, T[]>}
 */
export function groupBy(things, key) {
  const groups = new Map();
  for (const thing of things) {
    const name = key(thing);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(thing);
  }
  return groups;
}

/** Text as it is searched: without case and without marks on letters. */
export const fold = foldText;

/**
 * What kind of thing an id names: "cause", "claim" or "reference".
 * @type {(id: string) => Kind}
 */
export function kindOf(id) {
  return /** @type {Kind} */ (id.slice(0, id.indexOf(":")));
}

/**
 * Whether something is a claim.
 * @type {(item: Thing) => item is Claim}
 */
export function isClaim(item) {
  return kindOf(item.id) === "claim";
}

/**
 * Whether something is a cause.
 * @type {(item: Thing) => item is Cause}
 */
export function isCause(item) {
  return kindOf(item.id) === "cause";
}

/**
 * What a cause, claim or reference is called.
 * @type {(model: Model, id: string) => string}
 */
export function nameOf({ byId }, id) {
  const item = byId.get(id);
  return item.text ?? item.name ?? item.label;
}

/**
 * The texts in which a search looks, by kind; what a claim names and cites is looked for there.
 * @type {(model: Model) => Model["indexes"]}
 */
function createIndexes({ data }) {
  const { causes, claims, references, findings } = data;
  return {
    causes: createIndex(causes.length, (number) => causes[number].name),
    claims: createIndex(claims.length, (number) => claimText(claims[number])),
    references: createIndex(references.length, (number) => referenceText(references[number])),
    findings: createIndex(findings.length, (number) => findingText(findings[number])),
  };
}

/**
 * The text in which a search looks for a claim.
 * @type {(claim: Claim) => string}
 */
function claimText({ text, key, note, quote, citations }) {
  const unknown = citations.filter((citation) => !citation.known).map((citation) => citation.label);
  return [text, key, note, quote, ...unknown].join(" ");
}

/**
 * The text in which a search looks for a reference.
 * @type {(reference: Reference) => string}
 */
function referenceText({ label, citation, key, group }) {
  return [label, citation, key, group].join(" ");
}

/**
 * The text in which a search looks for a finding.
 * @type {(finding: Finding) => string}
 */
function findingText({ message, rule, code, subject }) {
  return [message, rule, code, subject].join(" ");
}

/**
 * Prepares the next part of the search; false when there is nothing left to prepare.
 * @type {(model: Model, done: number) => boolean}
 */
export function prepareSearch(model, done) {
  const parts = /** @type {const} */ (["named", "cited", "within"]);
  if (done < parts.length) return Boolean(model.links[parts[done]]);
  return LISTS.some((kind) => model.indexes[kind].prepare());
}

/**
 * What every claim names and cites, as lists of numbers (see `ragged.js`), and the same turned round.
 * @type {(model: Model) => Links}
 */
function linksOf({ data, byId }) {
  const { causes, claims, references } = data;
  /** @type {(ids: string[]) => number[]} */
  const numbers = (ids) => ids.map(byId.numberOf).filter((number) => number !== undefined);
  /** @type {Links} */
  const links = /** @type {any} */ ({}); // each follows when it is needed
  whenNeeded(links, "named", () => ragged(claims, (claim) => numbers([claim.cause, ...claim.involves])));
  whenNeeded(links, "within", () => withWider(links.named, causes, byId));
  whenNeeded(links, "about", () => withWider(ragged(claims, ({ cause }) => numbers([cause])), causes, byId));
  whenNeeded(links, "inside", () => turned(links.within, causes.length));
  whenNeeded(links, "cited", () => citedBy(claims, byId));
  whenNeeded(links, "sourcing", () => citedAs(SOURCING, links.cited, claims));
  whenNeeded(links, "refuting", () => refutedBy(citedAs(DISPUTING, links.cited, claims), claims));
  whenNeeded(links, "falling", () => turned(alone(links.sourcing, claims), references.length));
  whenNeeded(links, "lifted", () => turned(alone(links.refuting, claims), references.length));
  return links;
}

/**
 * The causes that claims name, and the wider ones of those, each once, those of the first one named first; a wider cause is listed before its narrower ones.
 * @type {(named: Ragged, causes: Cause[], byId: Finder) => Ragged}
 */
function withWider(named, causes, byId) {
  /** @type {number[][]} */
  const lines = [];
  causes.forEach(({ wider }, number) => lines.push([number, ...(wider ? lines[byId.numberOf(wider)] ?? [] : [])]));
  /** @type {(number: number) => number[]} */
  const line = (number) => lines[number];
  return ragged(named.from.subarray(1), (_, claim) => {
    const own = listOf(named, claim);
    return own.length === 1 ? line(own[0]) : new Set(Array.from(own, line).flat());
  });
}

/**
 * The references that claims cite and the bibliography has, beside each its `stance` as a number.
 * @type {(claims: Claim[], byId: Finder) => Cited}
 */
function citedBy(claims, byId) {
  /** @type {number[]} */
  const stance = [];
  const cited = ragged(claims, ({ citations }) => citations.filter(({ known }) => known).map((citation) => {
    stance.push(STANCES.indexOf(citation.stance));
    return byId.numberOf(citation.reference);
  }));
  return { ...cited, stance: Uint8Array.from(stance) };
}

/**
 * The references that claims cite with one of some stances, each once.
 * @type {(stances: Stance[], cited: Cited, claims: Claim[]) => Ragged}
 */
function citedAs(stances, { from, at, stance }, claims) {
  const wanted = STANCES.map((name) => stances.includes(name));
  return ragged(claims, (_, claim) => {
    const found = new Set();
    for (let index = from[claim]; index < from[claim + 1]; index += 1) if (wanted[stance[index]]) found.add(at[index]);
    return found;
  });
}

/**
 * The references that dispute claims, for those that are refuted.
 * @type {(disputing: Ragged, claims: Claim[]) => Ragged}
 */
function refutedBy(disputing, claims) {
  return ragged(claims, ({ state }, claim) => (state === "refuted" ? listOf(disputing, claim) : []));
}

/**
 * Lists of one number only; the others are empty.
 * @type {(lists: Ragged, things: Thing[]) => Ragged}
 */
function alone(lists, things) {
  return ragged(things, (_, thing) => (lists.from[thing + 1] - lists.from[thing] === 1 ? listOf(lists, thing) : []));
}

/**
 * Marks for causes, claims and references that have every word; a claim has those of what it names and cites, too.
 * @type {(model: Model, words: string[]) => Marks}
 */
function marksOf(model, words) {
  const all = LISTS.map((kind) => [kind, new Uint8Array(model.data[kind].length).fill(1)]);
  /** @type {Marks} */
  const left = Object.fromEntries(all);
  for (const word of words) {
    const found = marksOfWord(model, word);
    for (const kind of LISTS) both(left[kind], found[kind]);
  }
  return left;
}

/**
 * Marks for causes, claims and references that have a word; kept for the last few, as a search is asked for again.
 * @type {(model: Model, word: string) => Marks}
 */
function marksOfWord(model, word) {
  const { lastWords } = model;
  const known = lastWords.get(word);
  if (known) return known;
  const [oldest = ""] = lastWords.keys();
  if (lastWords.size >= 8) lastWords.delete(oldest);
  const found = searched(model, word);
  lastWords.set(word, found);
  return found;
}

/**
 * Marks for causes, claims and references that have a word.
 * @type {(model: Model, word: string) => Marks}
 */
function searched({ indexes, links }, word) {
  const found = { causes: indexes.causes.marks(word), claims: indexes.claims.marks(word), references: indexes.references.marks(word) };
  for (let claim = 0; claim < found.claims.length; claim += 1) {
    if (found.claims[claim]) continue;
    if (anyMarked(links.named, claim, found.causes) || anyMarked(links.cited, claim, found.references)) found.claims[claim] = 1;
  }
  return found;
}

/**
 * Leaves the marks that others have, too.
 * @type {(marks: Uint8Array, others: Uint8Array) => void}
 */
function both(marks, others) {
  for (let number = 0; number < marks.length; number += 1) marks[number] &= others[number];
}

/**
 * The ids of what is marked: with `has` and `size` as a set; `holds` asks for a thing itself, which is faster.
 * @type {(model: Model, kind: Kind, marks: Uint8Array) => Ids}
 */
export function idSet(model, kind, marks) {
  const items = model.data[`${kind}s`];
  return {
    marks,
    size: marks.reduce((sum, mark) => sum + mark, 0),
    has: (id) => kindOf(id) === kind && marks[model.byId.numberOf(id)] === 1,
    holds: (item) => marks[item.number ?? model.byId.numberOf(item.id)] === 1,
    * [Symbol.iterator]() {
      for (let number = 0; number < marks.length; number += 1) if (marks[number]) yield items[number].id;
    },
  };
}

/**
 * What is left where nothing is asked for.
 * @type {(model: Model) => Matches}
 */
function everythingLeft(model) {
  /** @type {(kind: Kind) => Ids} */
  const all = (kind) => idSet(model, kind, new Uint8Array(model.data[`${kind}s`].length).fill(1));
  return { claims: all("claim"), references: all("reference"), causes: all("cause"), active: false };
}

/**
 * What the search and the filter leave: ids of claims, references and causes. A cause is left when its name is
 * found (with no filter set) or a claim of it is left, a reference with a filter set when it sources or refutes a
 * claim that is left; `active` says whether anything is asked for at all. `only` is a set of claims to choose from.
 * @type {(model: Model, asked: Asked & { only?: Ids | null }) => Matches}
 */
export function matching(model, state) {
  const words = wordsOf(state.q);
  const filter = state.tab === "claims" ? state.filter : "all";
  const only = state.tab === "claims" ? state.only ?? null : null;
  const narrowed = filter !== "all" || only !== null;
  if (words.length === 0 && !narrowed) return model.everything;
  const asked = JSON.stringify([words, filter]);
  if (only === null && model.last.asked === asked) return /** @type {Matches} */ (model.last.left);
  const left = marksOf(model, words);
  if (narrowed) {
    left.claims = left.claims.map((mark, number) => {
      const claim = mark ? model.data.claims[number] : null;
      return claim && passes(claim, filter) && (only === null || only.has(claim.id)) ? 1 : 0;
    });
    left.causes.fill(0);
    left.references = spread(model.links.sourcing, left.claims, left.references.fill(0));
    spread(model.links.refuting, left.claims, left.references);
  }
  const causes = spread(model.links.within, left.claims, left.causes);
  const sets = {
    claims: idSet(model, "claim", left.claims), references: idSet(model, "reference", left.references),
    causes: idSet(model, "cause", causes), active: true,
  };
  if (only === null) Object.assign(model.last, { asked, left: sets });
  return sets;
}

/**
 * Whether a claim passes a filter.
 * @type {(claim: Claim, filter: string) => boolean}
 */
export function passes(claim, filter) {
  return filter === "all" || claim.state === filter;
}

/**
 * One byte for each finding: whether it is as severe as asked for and it, or what it is about, has every word. Where
 * claims are the `only` ones it must be about one of them or, where they are all of a cause, about that or a narrower one.
 * @type {(model: Model, asked: Pick<Asked, "q" | "severity"> & { within?: string, value?: string, only?: Ids | Set<string> | null }) => Uint8Array}
 */
export function findingMarks(model, { q, severity, within = "", value = "", only = null }) {
  const { findings } = model.data;
  const left = Uint8Array.from(findings, (finding) => (severity === "all" || finding.severity === severity ? 1 : 0));
  if (only !== null) {
    const inside = new Set([...only, ...(value === "" ? causesInside(model, within) : [])]);
    for (let number = 0; number < left.length; number += 1) left[number] &= Number(inside.has(findings[number].subject));
  }
  for (const word of wordsOf(q)) {
    const own = model.indexes.findings.marks(word);
    const found = marksOfWord(model, word);
    for (let number = 0; number < left.length; number += 1) {
      if (left[number] && !own[number] && !isMarked(model, findings[number].subject, found)) left[number] = 0;
    }
  }
  return left;
}

/**
 * The ids of a cause and its narrower ones; of all causes where the id is empty.
 * @type {(model: Model, within: string) => Set<string>}
 */
export function causesInside({ data }, within) {
  const inside = new Set([within]);
  for (const cause of data.causes) if (inside.has(cause.wider)) inside.add(cause.id); // a wider cause is listed first
  return inside;
}

/**
 * The findings about a cause, its narrower ones and their claims.
 * @type {(model: Model, cause: Cause) => Finding[]}
 */
export function findingsInside(model, cause) {
  const ids = [...claimsInside(model, cause).map(({ id }) => id), ...causesInside(model, cause.id)];
  return ids.flatMap((id) => model.findingsOf.get(id) ?? []);
}

/**
 * Whether the thing with an id is marked.
 * @type {(model: Model, id: string, marks: Marks) => boolean}
 */
function isMarked({ byId }, id, marks) {
  return byId.has(id) && marks[`${kindOf(id)}s`][byId.numberOf(id)] === 1;
}

/**
 * The references that source a claim.
 * @type {(claim: Claim) => Set<string>}
 */
export function sources(claim) {
  const sourcing = claim.citations.filter((citation) => citation.known && SOURCING.includes(citation.stance));
  return new Set(sourcing.map((citation) => citation.reference));
}

/**
 * The claims about a cause or its narrower ones, or that involve one of these.
 * @type {(model: Model, cause: Cause) => Claim[]}
 */
export function claimsInside(model, cause) {
  return claimsOf(model, listOf(model.links.inside, model.byId.numberOf(cause.id)));
}

/**
 * The claims of a cause in two lists: those `about` it or its narrower ones, and those that only involve one of these.
 * @type {(model: Model, cause: Cause) => { about: Claim[], involving: Claim[] }}
 */
export function claimsApart(model, cause) {
  const number = model.byId.numberOf(cause.id);
  /** @type {(claim: number) => boolean} */
  const isAbout = (claim) => listOf(model.links.about, claim).includes(number);
  const groups = groupBy(listOf(model.links.inside, number), isAbout);
  return { about: claimsOf(model, groups.get(true) ?? []), involving: claimsOf(model, groups.get(false) ?? []) };
}

/**
 * The claims that would have no source left without this reference.
 * @type {(model: Model, referenceId: string) => Claim[]}
 */
export function fallsWith(model, referenceId) {
  return claimsOf(model, listOf(model.links.falling, model.byId.numberOf(referenceId)));
}

/**
 * The claims that would no longer be refuted without this reference.
 * @type {(model: Model, referenceId: string) => Claim[]}
 */
export function liftedWith(model, referenceId) {
  return claimsOf(model, listOf(model.links.lifted, model.byId.numberOf(referenceId)));
}

/**
 * Claims by their numbers.
 * @type {(model: Model, numbers: Iterable<number>) => Claim[]}
 */
function claimsOf({ data }, numbers) {
  return Array.from(numbers, (number) => data.claims[number]);
}

/**
 * The causes that would have no sourced claim left without this reference.
 * @type {(model: Model, referenceId: string) => Cause[]}
 */
export function causesThatFall(model, referenceId) {
  const { within, falling } = model.links;
  const fallen = new Map();
  for (const claim of listOf(falling, model.byId.numberOf(referenceId))) {
    for (const cause of listOf(within, claim)) fallen.set(cause, (fallen.get(cause) ?? 0) + 1);
  }
  const numbers = [...fallen.keys()].sort((one, other) => one - other);
  return numbers.map((number) => [model.data.causes[number], fallen.get(number)])
    .filter(([cause, claims]) => claims === cause.sourced + cause.involving_sourced).map(([cause]) => cause);
}

/**
 * For each reference that a cause rests on, by its number, how many of the cause's claims it sources.
 * @type {(model: Model, cause: Cause) => Map<number, number>}
 */
export function sourcesInside({ byId, links: { inside, sourcing } }, cause) {
  const counts = new Map();
  for (const claim of listOf(inside, byId.numberOf(cause.id))) {
    for (let index = sourcing.from[claim]; index < sourcing.from[claim + 1]; index += 1) {
      counts.set(sourcing.at[index], (counts.get(sourcing.at[index]) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * The references that a cause rests on, each with how many of its claims it sources, most first.
 * @type {(model: Model, cause: Cause) => { reference: Reference, claims: number }[]}
 */
export function restsOn(model, cause) {
  return [...sourcesInside(model, cause)].map(([number, claims]) => ({ reference: model.data.references[number], claims }))
    .sort((one, other) => other.claims - one.claims);
}

/**
 * The id of the only cause; none where there are more.
 * @type {(model: Model) => string[]}
 */
export function onlyCause({ data: { causes } }) {
  return causes.length === 1 ? [causes[0].id] : [];
}

/**
 * Makes a function from a model to something that is worked out of it once.
 * @type {<T>(work: (model: Model) => T) => (model: Model) => T}
 */
export function once(work) {
  const known = new WeakMap();
  return (model) => {
    if (!known.has(model)) known.set(model, work(model));
    return known.get(model);
  };
}

/**
 * A number of things: "1 claim", "1,200 claims".
 * @type {(number: number, thing: string) => string}
 */
export function count(number, thing) {
  return `${digits(number)} ${thing}${number === 1 ? "" : "s"}`;
}

/**
 * How many of a cause's claims are sourced, and how many references source them and those that involve it, in words.
 * @type {(cause: Cause) => string}
 */
export function support({ words, references }) {
  return references ? `${words}; ${references > 1 ? "on" : "all on"} ${count(references, "reference")}` : words;
}
