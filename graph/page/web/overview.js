/** The overview: causes as rows, the references that they rest on beside them, and the lines between. Pure: values in, values out. */

import { columns } from "./layout.js";
import { count, groupBy } from "./model.js";
import { orderedTree } from "./order.js";
import { INDENT, NOTE_HEIGHT, ROW } from "./paint.js";
import { coverageLines } from "./states.js";
import { wrap } from "./unfold.js";

/** With more lines than this only those of what is pointed at or chosen are drawn: all of them would say nothing. */
export const MOST_LINES = 60;
const LINE_HEIGHT = 16;
const PADDING = 4;
const MOST_NAME_LINES = 3;
const REFERENCE = { width: 300, height: 32 };

/** The overview with its causes in an order: nodes with their texts and places, edges, and how many nodes there would be of each kind. */
export function overviewOf(model, sort) {
  const { nodes, edges, views } = model.data.map;
  const view = views[sort] ?? views.listed;
  const drawn = groupBy(view.nodes.map((number) => nodes[number]), ({ group }) => group);
  const causes = (drawn.get("cause") ?? []).map(({ id }) => model.byId.get(id));
  const rows = orderedTree(causes, sort).map(rowOf);
  const references = (drawn.get("reference") ?? []).map((node) => ({ ...node, ...REFERENCE }));
  const lines = view.edges.map((number) => edges[number]);
  const links = groupBy(lines, ({ from }) => from);
  const at = columns(rows, references, new Map([...links].map(([id, found]) => [id, found.map(({ to }) => to)])));
  const placed = new Map([...rows, ...references].map((node) => [node.id, { node, x: at.get(node.id)[0], y: at.get(node.id)[1] }]));
  return { placed, edges: lines, of: view.of, quiet: lines.length > MOST_LINES };
}

/** The node of a cause: a row as high as its name and its words need. */
function rowOf(cause) {
  const { id, label, depth } = cause;
  const lines = wrap(label, ROW.name - INDENT * depth, MOST_NAME_LINES);
  const height = Math.max(lines.length * LINE_HEIGHT, coverageLines(cause).length * NOTE_HEIGHT) + PADDING;
  return { id, group: "cause", row: lines, width: ROW.width, height: height + (height % 2) };
}

/** What of the causes and references is not drawn, and when lines are, in words. */
export function overviewNote({ placed, of, quiet }) {
  const drawn = groupBy([...placed.values()], ({ node }) => node.group);
  const cut = ["cause", "reference"].map((kind) => /** @type {[string, number]} */ ([kind, drawn.get(kind)?.length ?? 0])).filter(([kind, number]) => number < of[kind])
    .map(([kind, number]) => `${number} of ${count(of[kind], kind)}`).join(" and ");
  const words = [cut && `Showing ${cut}; the lists have all.`, quiet && "Point at a row, or choose it, to see its lines."];
  return words.filter(Boolean).join(" ");
}
