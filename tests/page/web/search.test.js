import assert from "node:assert/strict";
import test from "node:test";

import { createIndex, foldText, wordsOf } from "../../../graph/page/web/search.js";

const TEXTS = ["Iron and sleep", "Sjögren’s syndrome", "two\nlines", "", "İstanbul ﬁbre", "sleep sleep"];
const index = createIndex(TEXTS.length, (number) => TEXTS[number]);
const found = (word) => [...index.marks(word)].flatMap((mark, number) => (mark ? [number] : []));

test("a word is found wherever it stands", () => assert.deepEqual(found("sleep"), [0, 5]));
test("marks on letters are folded away", () => assert.deepEqual(found("sjogren"), [1]));
test("a ligature is folded into its letters", () => assert.deepEqual(found("fibre"), [4]));
test("a text does not end at a line break of its own", () => assert.deepEqual(found("lines"), [2]));
test("what is nowhere is not found", () => assert.deepEqual(found("xyzzy"), []));
test("words of a search are folded", () => assert.deepEqual(wordsOf(" Straße  ÉTUDE "), ["strasse", "etude"]));
test("folding keeps what has no marks", () => assert.equal(foldText("鉄 Iron-2"), "鉄 iron-2"));
test("texts beyond the first piece are found", () => {
  const many = createIndex(10_000, (number) => `text ${number}`);
  assert.equal(many.marks("9999")[9999], 1);
});
