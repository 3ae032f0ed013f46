import assert from "node:assert/strict";
import test from "node:test";

import { entryAt, lineOf, linesAt, nextLine, recordAt, rowAt, writtenAt } from "../../../graph/page/web/written.js";

const BIB = `% a comment
@article{one, title = {A {nested} title}, note = "}"}
@book ( two,
  title = {A \\} brace}
)
@misc{three, title = {never closed
`;
const JSON_TEXT = `[
  {
    "id": "one", "title": "A } brace and a \\" quote",
    "author": [{ "family": "Doe" }]
  },
  {"id": "two"},
  {"id": "three", "title": "never closed"
]`;
const LIST = "1. Doe J. One.\n   Journal. 2001.\n2. Roe R. Two.\n\nAbout the author\n";

test("a line is read from a place", () => assert.equal(lineOf("C:\\data\\references.bib:12"), 12));
test("a place without a line has none", () => assert.equal(lineOf("references.bib"), 0));
test("an entry is cut out as it is written", () => assert.match(entryAt(BIB, 2, "one"), /^@article\{one, .*"\}$/s));
test("an entry in parentheses is one, too", () => assert.match(entryAt(BIB, 3, "two"), /^@book \( two,.*\n\)$/s));
test("an entry of another name is none", () => assert.equal(entryAt(BIB, 2, "one2"), ""));
test("an entry that does not end is none", () => assert.equal(entryAt(BIB, 6, "three"), ""));
test("a row is its line", () => assert.equal(rowAt("a,b\nc,d\n", 2), "c,d"));
test("a row goes on where a quoted cell does", () => assert.equal(rowAt('a\n"b\nc",d\ne\n', 2), '"b\nc",d'));
test("a row that there is not is empty", () => assert.equal(rowAt("a\n", 9), ""));
test("a record is the braces around its line, as far left as can be", () => {
  assert.equal(recordAt(JSON_TEXT, 3), `{
  "id": "one", "title": "A } brace and a \\" quote",
  "author": [{ "family": "Doe" }]
}`);
});
test("a record may begin with its line", () => assert.equal(recordAt(JSON_TEXT, 6), '{"id": "two"}'));
test("a record that does not end is none", () => assert.equal(recordAt(JSON_TEXT, 7), ""));
test("where all records are one line none is told apart", () => assert.equal(recordAt('[{"id":"a"},{"id":"b"}]', 1), ""));
test("lines end where the next thing begins", () => assert.equal(linesAt(LIST, 1, 3), "1. Doe J. One.\n   Journal. 2001."));
test("lines end at an empty one", () => assert.equal(linesAt(LIST, 3, Infinity), "2. Roe R. Two."));
test("a line that holds a whole document is not shown", () => assert.equal(linesAt("x".repeat(3000), 1, 2), ""));
test("the next line is that of the same file", () => {
  const places = ["a.txt:9", "a.txt:12", "a.txt:10", "b.txt:4", "a.txt:3"];
  assert.equal(nextLine("a.txt:3", places.map((place) => ({ place }))), 9);
});
test("after the last line there is no next", () => assert.equal(nextLine("a.txt:9", [{ place: "a.txt:9" }]), Infinity));
for (const [form, text, expected] of [
  ["entries", "@misc{k, title = {T}} % rest", "@misc{k, title = {T}}"],
  ["records", '{"id": "k"}, ', '{"id": "k"}'],
  ["rows", 'k,"a\nb"', 'k,"a\nb"'],
  ["lines", "1. Doe.\n2. Roe.", "1. Doe."],
]) test(`${form} are found in their own way`, () => assert.equal(writtenAt(form, text, { line: 1, key: "k", next: 2 }), expected));
