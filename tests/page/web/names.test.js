import assert from "node:assert/strict";
import test from "node:test";

import { cutAtEnd, cutInFront, isolated, isolatedWhole, partsByDirection } from "../../../graph/page/web/names.js";

test("a name from right to left is kept apart from what follows", () => {
  assert.equal(isolated("כהן et al. 2007"), "\u2068כהן\u2069 et al. 2007");
});
test("two such names are kept apart from each other", () => {
  assert.deepEqual(partsByDirection("כהן and לוי 2007"), ["", "כהן", " and ", "לוי", " 2007"]);
});
test("names with blanks and commas stay whole", () => {
  assert.deepEqual(partsByDirection("العربي, محمد; Doe, A."), ["", "العربي, محمد", "; Doe, A."]);
});
test("other names stay as they are", () => assert.equal(isolated("Müller et al. 2007"), "Müller et al. 2007"));
test("a sentence from right to left is isolated with its figures", () => {
  assert.equal(isolatedWhole("ברזל (10 %)."), "\u2068ברזל (10 %).\u2069");
});
for (const [name, most, cut] of [
  ["Wide > Organ 0 > Tissue 0.0", 99, "Wide > Organ 0 > Tissue 0.0"], ["Wide > Organ 0 > Tissue 0.0", 25, "… > Organ 0 > Tissue 0.0"],
  ["Wide > Organ 0 > Tissue 0.0", 20, "… > Tissue 0.0"], ["Wide > Organ 0 > Tissue 0.0", 3, "… > Tissue 0.0"], ["A long name alone", 3, "A long name alone"],
]) test(`${name} with ${most} letters is ${cut}`, () => assert.equal(cutInFront(name, most), cut));
for (const [text, most, cut] of [["one two three", 13, "one two three"], ["one two three", 12, "one two …"], ["longword", 4, "long …"]]) {
  test(`${text} with ${most} letters is ${cut}`, () => assert.equal(cutAtEnd(text, most), cut));
}
