/** What a view of the map has: its nodes, their edges, and what hangs together in it. Pure: values in, values out. */

import { SOURCING, causesInside, groupBy, kindOf } from "./model.js";
import { digits } from "./numbers.js";
import { MOST_LINES, overviewNote, overviewOf } from "./overview.js";
import { unfold } from "./unfold.js";

/** @import { Edge, Look, Model, Neighbourhood, Scene, ShownScene, View } from "./types.js" */

export const OVERVIEW = "overview";

/**
 * A view: nodes with their places, the edges among them, and a `note` on what of it is not drawn. An overview is sorted.
 * @type {(model: Model, name: string, sort?: string) => View}
 */
export function viewOf(model, name, sort = "listed") {
  if (name !== OVERVIEW) {
    const view = unfold(model, name);
    return { name, sort, overview: false, ...view, note: neighbourhoodNote(view) };
  }
  const view = overviewOf(model, sort);
  return { name, sort, overview: true, ...view, note: overviewNote(view) };
}

/**
 * How many of a neighbourhood's nodes are drawn, in words.
 * @type {(view: Neighbourhood) => string}
 */
function neighbourhoodNote({ placed, of }) {
  const [drawn, all] = [placed.size, of].map(digits);
  return placed.size < of ? `Showing ${drawn} of ${all}; the list has all.` : "";
}

/**
 * How a reference is used where it sources nothing, in words; an empty string where it does source something.
 * @type {(model: Model, id: string) => string}
 */
export function useOf(model, id) {
  const cited = model.citing.get(id) ?? [];
  const stances = new Set(cited.map(({ citation }) => citation.stance));
  if (SOURCING.some((stance) => stances.has(stance))) return "";
  if (stances.has("disputes")) return "disputes only";
  return stances.size ? "mentioned only" : "unused";
}

/**
 * Some ids, and those joined to them by a line.
 * @type {(edges: Edge[], ends: Set<string>) => Set<string>}
 */
export function joined(edges, ends) {
  const ids = new Set(ends);
  for (const edge of edges) {
    if (ends.has(edge.from)) ids.add(edge.to);
    if (ends.has(edge.to)) ids.add(edge.from);
  }
  return ids;
}

/**
 * The ids of all that evidence flows to a node from, and from it to: its chain in both directions.
 * @type {(edges: Edge[], id: string) => Set<string>}
 */
export function chain(edges, id) {
  const found = new Set([id]);
  for (const [near, far] of /** @type {const} */ ([["to", "from"], ["from", "to"]])) {
    const next = groupBy(edges, (edge) => edge[near]);
    const seen = new Set([id]);
    for (const each of seen) {
      for (const edge of next.get(each) ?? []) seen.add(edge[far]); // a set goes on to what is added
    }
    for (const each of seen) found.add(each);
  }
  return found;
}

/**
 * What stands out in a scene (see `EvidenceMap`): `around` has the ids, null for all, and `lines` the overview's lines of
 * what is pointed at or else chosen, or has the focus in a list where lines wait for that. A cause has those of its narrower causes, too, as its claims are theirs; where that
 * are too many they lead to its own row.
 * @type {(scene: Pick<ShownScene, "model" | "view" | "hover" | "selected"> & { focused?: string }) => Pick<Scene, "lines" | "around">}
 */
export function standingOut({ model, view, hover, focused = "", selected }) {
  if (!view.overview) return { lines: [], around: view.placed.has(selected) ? chain(view.edges, selected) : null };
  const id = hover || (view.quiet && view.placed.has(focused) ? focused : selected);
  if (!view.placed.has(id)) return { lines: [], around: null };
  const ends = kindOf(id) === "cause" ? causesInside(model, id) : new Set([id]);
  const lines = view.edges.filter((edge) => ends.has(edge.from) || ends.has(edge.to));
  const tooMany = ends.size > 1 && lines.length > MOST_LINES;
  return { lines: tooMany ? gathered(lines, id) : lines, around: joined(view.edges, ends) };
}

/**
 * One line from each reference to a cause in place of those to its narrower ones.
 * @type {(lines: Edge[], id: string) => Edge[]}
 */
function gathered(lines, id) {
  /** @type {Map<string, number>} */
  const claims = new Map();
  for (const { from, claims: number = 0 } of lines) claims.set(from, (claims.get(from) ?? 0) + number);
  return [...claims].map(([from, number]) => ({ from, to: id, relation: "rests_on", claims: number }));
}

/**
 * How a node looks in a scene: selected, under the pointer, faded.
 * @type {(scene: Pick<Scene, "around" | "hover" | "matches" | "selected">, id: string) => Look}
 */
export function lookOf({ around, hover, matches, selected }, id) {
  const left = matches?.active ? matches[`${kindOf(id)}s`].has(id) : true;
  return { selected: id === selected, hover: id === hover, faded: !left || (around !== null && !around.has(id)) };
}
