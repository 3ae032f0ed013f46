import assert from "node:assert/strict";
import test from "node:test";

import { findingGroups } from "../../../graph/page/web/findings.js";
import { createModel, matching } from "../../../graph/page/web/model.js";
import { MOST_ROWS, claimRows, findingRows, linesOf, referenceRows, rowAt, topsOf, treeOf } from "../../../graph/page/web/rows.js";
import { INITIAL } from "../../../graph/page/web/state.js";
import { sample } from "./sample.js";

const model = createModel(sample());
const tree = treeOf(model);
const rows = (changes, isOpen = () => false) => claimRows(tree, matching(model, { ...INITIAL, ...changes }), isOpen);
const many = (length) => Array.from({ length }, (_, number) => ({ id: `reference:${number}`, citation: "x", label: "x" }));

test("closed causes hide their claims", () => assert.deepEqual(rows({}).map(({ id }) => id), ["cause:Pregnancy", "cause:__proto__"]));
test("an open cause is followed by its claims", () => {
  const open = rows({}, (id) => id === "cause:Pregnancy");
  assert.deepEqual(open.map(({ level, position, size }) => [level, position, size]), [[1, 1, 2], [2, 1, 3], [2, 2, 3], [2, 3, 3], [1, 2, 2]]);
});
test("claims without a source come first where that is asked for", () => {
  const open = claimRows(tree, matching(model, INITIAL), () => true, "unsourced");
  assert.deepEqual(open.map(({ id }) => id), ["cause:Pregnancy", "claim:c", "claim:a", "claim:b", "cause:__proto__", "claim:d"]);
});
test("what is searched for is shown open", () => assert.deepEqual(rows({ q: "text ccc" }).map(({ id }) => id), ["cause:Pregnancy", "claim:c"]));
test("a list that is cut says so", () => {
  const cut = referenceRows(many(MOST_ROWS + 1), { active: false });
  assert.deepEqual([cut.length, cut.at(-1).kind], [MOST_ROWS + 1, "more"]);
});
test("a list that is not cut says nothing", () => assert.equal(referenceRows(many(MOST_ROWS), { active: false }).at(-1).kind, "reference"));
const findingsOf = (marks, group, isOpen) => findingRows(findingGroups(model, group), model, marks, isOpen);
test("a closed rule hides its findings", () => {
  assert.deepEqual(findingsOf([1], "rule", () => false).map(({ kind, left }) => [kind, left]), [["rule", 1]]);
});
test("an open rule says why it is one, and then what it found", () => {
  assert.deepEqual(findingsOf([1], "rule", () => true).map(({ kind, level }) => [kind, level]), [["rule", 1], ["why", 2], ["finding", 2]]);
});
test("an open cause has rules in it", () => {
  const rows = findingsOf([1], "cause", (id) => id === "in cause:Pregnancy");
  assert.deepEqual(rows.map(({ kind, left, open }) => [kind, left, open]), [["group", 1, true], ["rule", 1, false]]);
});
test("a rule without findings that are left is not listed", () => assert.deepEqual(findingsOf([0], "rule", () => true), []));
test("rows stand one under the other", () => {
  const tops = topsOf(rows({}, () => true), 290);
  assert.ok(tops.every((top, index) => index === 0 || top > tops[index - 1]));
});
test("a long text has four lines at most", () => {
  assert.equal(linesOf({ kind: "claim", level: 1, item: { text: "word ".repeat(99) } }, 290), 4);
});
test("a cause's name has as many lines as its words need", () => {
  const item = { label: "Body system number 1 with a long name of its own", sourced: 945, disputed: 0, unsourced: 379 };
  assert.deepEqual([290, 900].map((width) => linesOf({ kind: "cause", level: 1, item }, width)), [3, 1]);
});
for (const [y, number] of [[-5, 0], [0, 0], [9, 0], [10, 1], [29, 1], [99, 2]]) {
  test(`at ${y} is row ${number}`, () => assert.equal(rowAt([0, 10, 30, 60], y), number));
}
