import assert from "node:assert/strict";
import test from "node:test";

import { findingGroups, subjectText } from "../../../graph/page/web/findings.js";
import { createModel, findingMarks } from "../../../graph/page/web/model.js";
import { sample } from "./sample.js";

const finding = (code, severity, subject) => ({ code, rule: code, severity, subject, place: "", message: "" });
const rule = (code, severity, findings) => ({ code, name: code, severity, title: "", why: "", findings });
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
