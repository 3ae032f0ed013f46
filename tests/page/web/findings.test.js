import assert from "node:assert/strict";
import test from "node:test";

import { findingGroups, rootWords, standing, subjectText, tallyOf, tallyWords } from "../../../graph/page/web/findings.js";
import { createModel, findingMarks } from "../../../graph/page/web/model.js";
import { sample } from "./sample.js";

const finding = (code, severity, subject, follows = []) => ({ code, rule: code, severity, subject, place: "c.csv:1", message: `${code} is wrong`, follows });
const rule = (code, severity, findings, widespread = {}) => ({ code, name: code, severity, title: "", why: "", findings, widespread });
const model = createModel({
  ...sample(),
  findings: [
    finding("A", "warning", "claim:d"), finding("B", "error", "reference:one"), finding("A", "warning", "claim:c"),
    finding("C", "error", "cause:Pregnancy"), finding("A", "warning", "claim:a"), finding("D", "info", ""), finding("D", "info", "claim:gone"),
  ],
  rules: [rule("C", "error", [3]), rule("B", "error", [1]), rule("A", "warning", [0, 2, 4]), rule("D", "info", [5, 6]), rule("E", "info", [])],
});
const byCause = findingGroups(model, "cause");

test("by rule, those without findings are left out", () => {
  assert.deepEqual(findingGroups(model, "rule").map(({ name, numbers }) => [name, numbers]), [["C", [3]], ["B", [1]], ["A", [0, 2, 4]], ["D", [5, 6]]]);
});
test("by cause, what concerns references and files stands apart", () => {
  assert.deepEqual(byCause.map(({ name }) => name), ["Pregnancy", "__proto__", "References", "Files"]);
});
test("a cause has its own findings and those of its claims, the worst first", () => {
  assert.deepEqual(byCause[0].parts.map(({ name, numbers }) => [name, numbers]), [["C", [3]], ["A", [2, 4]]]);
});
test("a cause is as bad as its worst finding", () => assert.equal(byCause[0].severity, "error"));
test("findings within a cause are about it, a narrower one or its claims", () => {
  const data = model.data;
  data.causes[1].wider = "cause:Pregnancy";
  const marks = findingMarks(model, { q: "", severity: "all", within: "cause:Pregnancy", only: new Set(["claim:a", "claim:c"]) });
  data.causes[1].wider = "";
  assert.deepEqual([...marks], [0, 0, 1, 1, 1, 0, 0]);
});
test("every finding stands in one group", () => {
  assert.deepEqual(byCause.flatMap(({ parts }) => parts).flatMap(({ numbers }) => numbers).sort(), [0, 1, 2, 3, 4, 5, 6]);
});
for (const [subject, text] of [["claim:a", "Text aaa"], ["reference:one", "one"], ["cause:Pregnancy", ""], ["", ""], ["claim:gone", ""]]) {
  test(`what is said of "${subject}"`, () => assert.equal(subjectText(model, subject), text));
}

const followed = createModel({
  ...sample(),
  findings: [
    finding("A", "error", "claim:a"), finding("B", "error", "cause:Pregnancy", [0]), finding("B", "error", "cause:__proto__", [0]),
    finding("C", "info", "claim:a"), finding("C", "info", "claim:d"), finding("C", "info", "claim:b", [0]), finding("C", "error", "claim:c"),
    finding("D", "info", "reference:one"), finding("D", "info", "reference:two"),
  ],
  rules: [
    rule("A", "error", [0]), rule("B", "error", [1, 2]), rule("C", "error", [3, 4, 5, 6], { info: "2 of 2 claims" }),
    rule("D", "info", [7, 8], { info: "2 of 2 references" }),
  ],
});
const named = (groups) => groups.map(({ name, numbers, parts, widely }) => [name, widely || "", numbers ?? named(parts)]);

test("what is found nearly everywhere is a group of its own, after what is worse", () => {
  assert.deepEqual(named(findingGroups(followed, "rule")).slice(2), [
    ["C", "", [5, 6]], ["C", "2 of 2 claims, such as C is wrong", [3, 4]], ["D", "2 of 2 references, such as D is wrong", [7, 8]],
  ]);
});
test("by cause, what is found in nearly all of them stands before them, once", () => {
  assert.deepEqual(named(findingGroups(followed, "cause")), [
    ["C", "2 of 2 claims, such as C is wrong", [3, 4]],
    ["Pregnancy", "", [["A", "", [0]], ["B", "", [1]], ["C", "", [5, 6]]]],
    ["__proto__", "", [["B", "", [2]]]],
    ["References", "", [["D", "2 of 2 references, such as D is wrong", [7, 8]]]],
  ]);
});
test("what follows does not stand by itself", () => assert.deepEqual([...standing(followed, [1, 1, 1, 0, 0, 0, 0, 0, 0])], [1, 0, 0, 0, 0, 0, 0, 0, 0]));
test("what follows stands by itself where its root is not left", () => {
  assert.deepEqual([...standing(followed, [0, 1, 0, 0, 0, 0, 0, 0, 0])], [0, 1, 0, 0, 0, 0, 0, 0, 0]);
});
test("what follows is counted apart", () => assert.deepEqual(tallyOf(followed.data.findings), { own: 6, following: 3 }));
for (const [own, following, words] of [[2, 0, "2 findings"], [1, 1, "1 finding and 1 that follows"], [0, 1200, "1,200 findings that follow"]]) {
  test(`${own} and ${following} in words`, () => assert.equal(tallyWords({ own, following }), words));
}
test("a finding says what it follows from", () => assert.equal(rootWords(followed, followed.data.findings[1]), "follows from A at c.csv:1"));
test("a finding of its own follows from nothing", () => assert.equal(rootWords(followed, followed.data.findings[0]), ""));
