import assert from "node:assert/strict";
import test from "node:test";

import { boundsOf, boxOf, fitting, hit, holds, portsOf, readingOrder, stretchOf } from "../../../graph/page/web/geometry.js";
import { createModel, groupBy } from "../../../graph/page/web/model.js";
import { chain, joined, lookOf, standingOut, useOf, viewOf } from "../../../graph/page/web/view.js";
import { sample } from "./sample.js";

const node = (id, group, more = {}) => ({ id, group, label: "x", width: 40, height: 20, head: 0, ...more });

/** A model whose map has one claim with its cause and two references. */
function small() {
  const data = sample();
  const nodes = [node("cause:Pregnancy", "cause"), node("claim:a", "claim"), node("reference:one", "reference"), node("reference:two", "reference")];
  const edges = [
    { from: "claim:a", to: "cause:Pregnancy", relation: "about" },
    { from: "reference:two", to: "claim:a", relation: "supports" },
    { from: "reference:one", to: "claim:a", relation: "supports" },
    { from: "reference:one", to: "cause:Pregnancy", relation: "rests_on", claims: 1 },
  ];
  const views = { listed: { nodes: [0, 2], edges: [3], of: { cause: 2, reference: 3 } } };
  return createModel({ ...data, map: { nodes, edges, views, options: {} } });
}

const model = small();
const boxesOf = (view) => new Map([...view.placed].map(([id, placed]) => [id, boxOf(placed)]));

/** A claim between its cause and two references, at places that can be reckoned with. */
function placed() {
  const { nodes, edges } = model.data.map;
  const at = [[0, 50], [100, 50], [200, 0], [200, 100]];
  return { overview: false, edges: edges.slice(0, 3), placed: new Map(at.map(([x, y], number) => [nodes[number].id, { node: nodes[number], x, y }])) };
}

test("the overview has its own lines", () => {
  assert.deepEqual(viewOf(model, "overview").edges.map((edge) => edge.relation), ["rests_on"]);
});
test("a neighbourhood has all others", () => {
  assert.deepEqual([...groupBy(viewOf(model, "claim:a").edges, (edge) => edge.relation).keys()].sort(), ["about", "supports"]);
});
test("a box is as wide as its node", () => assert.equal(boxOf({ node: node("a", "claim"), x: 0, y: 0 }).right, 20));
test("a row is not stretched", () => assert.equal(boxOf({ node: node("a", "cause"), x: 0, y: 0 }, 40).right, 20));
test("a reference's row is stretched to the right", () => {
  const box = boxOf({ node: node("a", "reference"), x: 0, y: 0 }, 40);
  assert.deepEqual([box.left, box.right], [-20, 60]);
});
test("bounds hold every box and the titles", () => {
  assert.deepEqual(boundsOf(boxesOf(placed()).values()), { left: -20, right: 220, top: -36, bottom: 110 });
});
test("what fits is centred", () => {
  const { position } = fitting({ left: 0, right: 100, top: 0, bottom: 100 }, { width: 800, height: 600 }, 0.8);
  assert.deepEqual(position, { x: 50, y: 50 });
});
test("text stays readable where a view is large", () => {
  assert.equal(fitting({ left: 0, right: 100, top: 0, bottom: 9000 }, { width: 800, height: 600 }, 0.8).scale, 0.8);
});
test("a large view is seen from its beginning", () => {
  const { position, scale } = fitting({ left: 0, right: 100, top: 0, bottom: 9000 }, { width: 800, height: 600 }, 0.8);
  assert.ok(position.y <= 300 / scale);
});
test("a large view is seen where the chosen box is", () => {
  const bounds = { left: 0, right: 100, top: 0, bottom: 9000 };
  assert.equal(fitting(bounds, { width: 800, height: 600 }, 0.8, { x: 50, y: 4000 }).position.y, 4000);
});
test("references fill the room beside them", () => {
  const bounds = { left: 0, right: 900, top: 0, bottom: 578 };
  assert.equal(stretchOf(bounds, { width: 1022, height: 600 }), 100);
});
test("lines at a claim leave in the order in which they arrive", () => {
  const view = placed();
  const ports = portsOf(view, model, boxesOf(view));
  assert.deepEqual(ports.map(({ edge }) => edge.from), ["reference:one", "reference:two"]);
});
for (const [state, number] of [["refuted", 1], ["mentioned", 1], ["unsourced", 1], ["contested", 0], ["qualified", 0], ["supported", 0]]) {
  test(`beside a claim that is ${state} stand ${number} words of its own`, () => {
    const data = sample();
    data.claims[0] = { ...data.claims[0], state };
    const view = placed();
    const ports = portsOf({ ...view, edges: [] }, createModel(data), boxesOf(view));
    assert.deepEqual(ports.map((port) => [port.edge, port.state]), Array(number).fill([null, state]));
  });
}
test("a point is in the box around it", () => {
  assert.equal(hit(boxesOf(placed()), { x: -19, y: 41 }), "cause:Pregnancy");
});
test("a point beside all boxes hits nothing", () => {
  assert.equal(hit(boxesOf(placed()), { x: 50, y: 0 }), "");
});
test("what a line joins is known", () => {
  assert.deepEqual([...joined(model.data.map.edges, new Set(["reference:two"]))].sort(), ["claim:a", "reference:two"]);
});
test("a reference that nothing cites is unused", () => assert.equal(useOf(model, "reference:three"), "unused"));
test("a reference that sources something needs no word", () => assert.equal(useOf(model, "reference:one"), ""));
test("a reference that is only mentioned says so", () => {
  const data = sample();
  data.claims[0].citations = [];
  assert.equal(useOf(createModel(data), "reference:two"), "mentioned only");
});
test("a chain goes in both directions, and not to what stands beside", () => {
  const edges = [{ from: "r1", to: "c1" }, { from: "r1", to: "c2" }, { from: "r2", to: "c1" }, { from: "c1", to: "cause" }, { from: "c2", to: "cause" }];
  assert.deepEqual([...chain(edges, "c1")].sort(), ["c1", "cause", "r1", "r2"]);
});
test("a chain that is a ring ends", () => assert.equal(chain([{ from: "a", to: "b" }, { from: "b", to: "a" }], "a").size, 2));
test("boxes are read column by column", () => {
  const boxes = new Map([["d", { left: 9, top: 0 }], ["b", { left: 0, top: 5 }], ["a", { left: 0, top: 0 }]]);
  assert.deepEqual(readingOrder(boxes), ["a", "b", "d"]);
});
test("bounds that reach out are not held", () => {
  const inner = { left: 0, right: 9, top: 0, bottom: 9 };
  assert.deepEqual([holds(inner, { ...inner, bottom: 10 }), holds(inner, inner)], [false, true]);
});
test("what is pointed at stands out of the overview, before what is chosen", () => {
  const { around } = standingOut({ model, view: viewOf(model, "overview"), hover: "cause:Pregnancy", selected: "reference:one" });
  assert.deepEqual([...around].sort(), ["cause:Pregnancy", "reference:one"]);
});
test("a wide cause shows the lines of its narrower ones", () => {
  const data = sample();
  data.causes[1].wider = "cause:Pregnancy";
  const view = { overview: true, placed: new Map([["cause:Pregnancy", {}]]), edges: [{ from: "reference:one", to: "cause:__proto__" }] };
  const { around } = standingOut({ model: createModel(data), view, hover: "", selected: "cause:Pregnancy" });
  assert.ok(around.has("reference:one"));
});
test("too many lines of narrower causes lead to the wide one", () => {
  const data = sample();
  data.causes = Array.from({ length: 70 }, (_, number) => ({ ...data.causes[0], id: `cause:${number}`, wider: number ? "cause:0" : "" }));
  const edges = data.causes.map(({ id }, number) => ({ from: `reference:${number % 2}`, to: id, claims: 1 }));
  const view = { overview: true, placed: new Map([["cause:0", {}]]), edges };
  const { lines } = standingOut({ model: createModel(data), view, hover: "cause:0", selected: "" });
  assert.deepEqual(lines, [{ from: "reference:0", to: "cause:0", claims: 35 }, { from: "reference:1", to: "cause:0", claims: 35 }]);
});
test("a neighbourhood keeps the chain of what is chosen while a box is pointed at", () => {
  const { around } = standingOut({ model, view: viewOf(model, "claim:b"), hover: "reference:two", selected: "cause:Pregnancy" });
  assert.equal(around.size, 4);
});
test("what is not left is faded", () => {
  const matches = { active: true, causes: new Set() };
  assert.ok(lookOf({ around: null, hover: "", selected: "", matches }, "cause:Pregnancy").faded);
});
