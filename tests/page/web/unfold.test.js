import assert from "node:assert/strict";
import test from "node:test";

import { createModel } from "../../../graph/page/web/model.js";
import { MOST, unfold, wrap } from "../../../graph/page/web/unfold.js";
import { chain } from "../../../graph/page/web/view.js";
import { sample } from "./sample.js";

const model = createModel(sample());
const ids = (view) => [...view.placed.keys()].sort();

test("a claim unfolds its cause and references", () => {
  assert.deepEqual(ids(unfold(model, "claim:b")), ["cause:Pregnancy", "claim:b", "reference:one", "reference:two"]);
});
test("a cause unfolds its claims and what they cite", () => {
  assert.deepEqual(ids(unfold(model, "cause:__proto__")), ["cause:__proto__", "claim:d", "reference:one"]);
});
test("a reference unfolds no other reference", () => {
  assert.deepEqual(ids(unfold(model, "reference:two")), ["cause:Pregnancy", "claim:a", "claim:b", "reference:two"]);
});
test("a reference unfolds the causes that its claims involve", () => {
  const data = sample();
  data.claims[0].involves = ["cause:__proto__"];
  assert.ok(unfold(createModel(data), "reference:two").placed.has("cause:__proto__"));
});
test("a chain passes a cause that has no claims of its own", () => {
  const data = sample();
  const cause = (name, wider) => ({ ...data.causes[0], id: `cause:${name}`, name, label: name, wider });
  data.causes = [cause("Wide", ""), cause("Mid", "cause:Wide"), cause("One", "cause:Mid"), cause("Two", "cause:Mid")];
  data.claims = ["One", "Two"].map((name, number) => ({ ...data.claims[number], cause: `cause:${name}` }));
  const view = unfold(createModel(data), "cause:Wide");
  assert.deepEqual([...chain(view.edges, "cause:Wide")].sort(), [...view.placed.keys()].sort());
});
test("the wider causes above a cause's name are cut in front", () => {
  const data = sample();
  const name = `${"Wide ".repeat(20).trim()} > Mid > Narrow`;
  data.causes = [{ ...data.causes[0], id: `cause:${name}`, name, label: "Narrow" }];
  data.claims = [];
  const { node } = unfold(createModel(data), `cause:${name}`).placed.get(`cause:${name}`);
  assert.equal(node.label, "… > Mid >\nNarrow");
});
test("edges point the way evidence flows", () => {
  const edges = unfold(model, "claim:b").edges.map(({ from, to, relation }) => [from, to, relation]);
  assert.deepEqual(edges, [["reference:one", "claim:b", "supports"], ["reference:two", "claim:b", "mentions"], ["claim:b", "cause:Pregnancy", "about"]]);
});
test("no more is drawn than can be looked at", () => {
  const data = sample();
  data.claims = Array.from({ length: 500 }, (_, number) => ({ ...data.claims[2], id: `claim:${number}` }));
  data.causes[0].claims = data.claims.map((claim) => claim.id);
  const view = unfold(createModel(data), "cause:Pregnancy");
  assert.deepEqual([view.placed.size, view.of], [MOST.claim + 1, 501]);
});
test("text is broken at blanks", () => assert.deepEqual(wrap("one two three", 60, 3), ["one two", "three"]));
test("text that is cut says so", () => assert.match(wrap("word ".repeat(100), 200, 3).at(-1), / …$/));
test("a long word is broken", () => assert.ok(wrap("x".repeat(200), 200, 9).every((line) => line.length <= 27)));
test("wide letters get more room", () => assert.ok(wrap("鉄".repeat(60), 200, 9)[0].length <= 15));
test("no text is a blank", () => assert.deepEqual(wrap("", 200, 9), [" "]));
