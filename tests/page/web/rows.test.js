import assert from "node:assert/strict";
import test from "node:test";

import { findingGroups } from "../../../graph/page/web/findings.js";
import { createModel, matching } from "../../../graph/page/web/model.js";
import { MOST_ROWS, claimRows, findingRows, referenceRows, treeOf } from "../../../graph/page/web/rows.js";
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
test("what is searched for is left", () => {
  assert.deepEqual(rows({ q: "text ccc" }, () => true).map(({ id }) => id), ["cause:Pregnancy", "claim:c"]);
});
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
  assert.deepEqual(findingsOf([1], "rule", () => true).map(({ kind, level }) => [kind, level]), [["rule", 1], ["reason", 2], ["finding", 2]]);
});
test("an open cause has rules in it", () => {
  const rows = findingsOf([1], "cause", (id) => id === "in cause:Pregnancy");
  assert.deepEqual(rows.map(({ kind, left, open }) => [kind, left, open]), [["group", 1, true], ["rule", 1, false]]);
});
test("within a cause, why a rule is one is folded away", () => {
  const rows = findingsOf([1], "cause", (id) => !id.endsWith("why"));
  assert.deepEqual(rows.map(({ kind, level }) => [kind, level]), [["group", 1], ["rule", 2], ["why", 3], ["finding", 3]]);
});
test("what was folded away is shown", () => {
  const rows = findingsOf([1], "cause", () => true);
  assert.deepEqual(rows.slice(2, 4).map(({ kind, level, item }) => [kind, level, item.text]), [["why", 3, "Why"], ["reason", 4, "because"]]);
});
test("a rule without findings that are left is not listed", () => assert.deepEqual(findingsOf([0], "rule", () => true), []));

const followed = createModel({
  ...sample(),
  findings: [
    { code: "A", rule: "A", severity: "error", place: "c.csv:2", subject: "claim:a", message: "", follows: [] },
    { code: "B", rule: "B", severity: "info", place: "", subject: "cause:Pregnancy", message: "", follows: [0] },
  ],
  rules: [{ code: "A", name: "A", title: "", why: "", findings: [0], widespread: {} }, { code: "B", name: "B", title: "", why: "", findings: [1], widespread: {} }],
});
const followedRows = (marks, isOpen) => findingRows(findingGroups(followed, "rule"), followed, marks, isOpen);
test("what follows is folded away under its root, which says how much does", () => {
  const rows = followedRows([1, 1], (id) => id !== "0");
  assert.deepEqual(rows.map(({ kind, id, left, open }) => [kind, id, left, open]), [["rule", " A ", 1, true], ["finding", "0", 1, false]]);
});
test("a root that is open has what follows inside it", () => {
  const rows = followedRows([1, 1], () => true).slice(1);
  assert.deepEqual(rows.map(({ id, level, position, size, within }) => [id, level, position, size, within]), [["0", 2, 1, 1, undefined], ["1", 3, 1, 1, "0"]]);
});
test("what follows says from what where its root is not left", () => {
  assert.deepEqual(followedRows([0, 1], () => true).map(({ kind, root }) => [kind, root]), [["rule", undefined], ["finding", "follows from A at c.csv:2"]]);
});
test("a root with nothing left that follows cannot be opened", () => assert.equal(followedRows([1, 0], () => true).at(-1).open, undefined));
