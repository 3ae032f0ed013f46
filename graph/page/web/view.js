/** What a view of the map has: its nodes, their edges, and what hangs together in it. Pure: values in, values out. */

import { groupBy, kindOf } from "./model.js";
import { unfold } from "./unfold.js";

export const OVERVIEW = "overview";

/** The nodes of a view with their positions, the edges among them, and how many there would be in all. */
export function viewOf(model, name) {
  const { nodes, edges, views } = model.data.map;
  const view = views[name];
  if (!view) return { name, overview: false, ...unfold(model, name) };
  const placed = new Map(view.at.map(([number, x, y]) => [nodes[number].id, { node: nodes[number], x, y }]));
  const overview = name === OVERVIEW;
  const inView = (edge) => placed.has(edge.from) && placed.has(edge.to) && (edge.relation === "rests_on") === overview;
  return { name, overview, placed, edges: edges.filter(inView), of: view.of };
}

/** How a reference is used where it sources nothing, in words; an empty string where it does source something. */
export function useOf(model, id) {
  const cited = model.citing.get(id) ?? [];
  if (cited.some(({ citation }) => citation.stance !== "mentions")) return "";
  return cited.length ? "mentioned only" : "unused";
}

/** The ids joined to a node by a line, and the node itself. */
export function joined(edges, id) {
  const ids = new Set([id]);
  for (const edge of edges) {
    if (edge.from === id) ids.add(edge.to);
    if (edge.to === id) ids.add(edge.from);
  }
  return ids;
}

/** The ids of all that evidence flows to a node from, and from it to: its chain in both directions. */
export function chain(edges, id) {
  const found = new Set([id]);
  for (const [near, far] of [["to", "from"], ["from", "to"]]) {
    const next = groupBy(edges, (edge) => edge[near]);
    const waiting = [id];
    const seen = new Set(waiting);
    while (waiting.length) {
      for (const edge of next.get(waiting.pop()) ?? []) {
        if (!seen.has(edge[far])) waiting.push(edge[far]);
        seen.add(edge[far]);
        found.add(edge[far]);
      }
    }
  }
  return found;
}

/** The ids that stand out in a scene (see `createMap`): around what is pointed at, or the chain of what is chosen; null for all. */
export function aroundOf({ view, hover, selected }) {
  if (hover && view.overview) return joined(view.edges, hover);
  return view.placed.has(selected) ? chain(view.edges, selected) : null;
}

/** How a node looks in a scene: selected, under the pointer, faded. */
export function lookOf({ around, hover, matches, selected }, id) {
  const left = matches?.active ? matches[`${kindOf(id)}s`].has(id) : true;
  return { selected: id === selected, hover: id === hover, faded: !left || (around !== null && !around.has(id)) };
}
