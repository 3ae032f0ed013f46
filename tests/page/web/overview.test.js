import assert from "node:assert/strict";
import test from "node:test";

import { columns } from "../../../graph/page/web/layout.js";
import { createModel } from "../../../graph/page/web/model.js";
import { MOST_LINES, overviewNote, overviewOf } from "../../../graph/page/web/overview.js";
import { sample } from "./sample.js";

const box = (id, width, height) => ({ id, width, height });
const y = (placed, id) => placed.get(id)[1];

/** An overview of so many causes, each with a line to one reference, of twice as many of both. */
function lined(number) {
  const data = sample();
  data.causes = Array.from({ length: number }, (_, index) => ({ ...data.causes[0], id: `cause:${index}`, label: `Cause ${index}`, references: index % 3 }));
  const nodes = [...data.causes.map(({ id }) => ({ id, group: "cause" })), { id: "reference:one", group: "reference", causes: number }];
  const edges = data.causes.map(({ id }) => ({ from: "reference:one", to: id, claims: 1 }));
  const all = { nodes: [...nodes.keys()], edges: [...edges.keys()], of: { cause: 2 * number, reference: 2 } };
  const one = { nodes: [0], edges: [], of: all.of };
  return createModel({ ...data, map: { nodes, edges, views: { listed: all, unsourced: one } } });
}

test("references are ordered so that lines do not cross", () => {
  const placed = columns([box("one", 470, 20), box("two", 470, 20)], [box("a", 300, 20), box("b", 300, 20)], new Map([["a", ["two"]], ["b", ["one"]]]));
  assert.ok(y(placed, "b") < y(placed, "a"));
});
test("a reference that is linked to nothing stands at the foot", () => {
  const placed = columns([box("one", 470, 20), box("two", 470, 20)], [box("unused", 300, 20), box("used", 300, 20)], new Map([["used", ["one"]]]));
  assert.ok(y(placed, "used") < y(placed, "unused"));
});
test("rows and references do not overlap", () => {
  const placed = columns([box("a", 470, 20), box("b", 470, 36)], [box("c", 300, 32), box("d", 300, 32)], new Map());
  assert.deepEqual([y(placed, "b") - y(placed, "a") >= 28, y(placed, "d") - y(placed, "c") >= 32], [true, true]);
});
test("rows stand in the order that is asked for", () => {
  const { placed } = overviewOf(lined(3), "thinnest");
  assert.deepEqual([...placed.keys()].slice(0, 3), ["cause:1", "cause:2", "cause:0"]);
});
test("an order that shows other causes has a view of its own", () => assert.equal(overviewOf(lined(3), "unsourced").placed.size, 1));
test("few lines are drawn all the time", () => assert.ok(!overviewOf(lined(MOST_LINES), "listed").quiet));
test("more are drawn when they are asked for", () => assert.ok(overviewOf(lined(MOST_LINES + 1), "listed").quiet));
test("the note says what is left out and how lines are seen", () => {
  assert.equal(overviewNote(overviewOf(lined(MOST_LINES + 1), "listed")),
    "Showing 61 of 122 causes and 1 of 2 references; the lists have all. Point at a row, or choose it, to see its lines.");
});
test("the note is empty where all is drawn", () => assert.equal(overviewNote({ placed: new Map(), of: { cause: 0, reference: 0 }, quiet: false }), ""));
