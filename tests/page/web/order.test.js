import assert from "node:assert/strict";
import test from "node:test";

import { orderedCauses, orderedClaims, orderedTree } from "../../../graph/page/web/order.js";
import { cause as made } from "./sample.js";

const cause = (label, unsourced, supported, references, wider = "") => made(label, supported, unsourced, { id: label, references, wider });
const causes = [cause("b", 1, 0, 0), cause("É", 1, 5, 3), cause("a10", 3, 0, 0), cause("a9", 0, 1, 1)];
const cites = (number) => Array.from({ length: number }, (_, index) => ({ known: true, stance: "supports", reference: `${index}` }));
const claims = [["z", "supported", 2], ["b", "unsourced", 0], ["a", "contested", 1], ["Ä2", "refuted", 0]]
  .map(([text, state, number]) => ({ text, state, citations: cites(number) }));

for (const [sort, expected] of [
  ["listed", ["b", "É", "a10", "a9"]], ["unsourced", ["a10", "b", "É", "a9"]],
  ["claims", ["É", "a10", "b", "a9"]], ["name", ["a9", "a10", "b", "É"]], ["thinnest", ["a9", "É", "b", "a10"]],
]) test(`causes: ${sort}`, () => assert.deepEqual(orderedCauses(causes, sort).map(({ label }) => label), expected));

for (const [sort, expected] of [
  ["listed", ["z", "b", "a", "Ä2"]], ["unsourced", ["Ä2", "b", "a", "z"]],
  ["claims", ["z", "b", "a", "Ä2"]], ["name", ["a", "Ä2", "b", "z"]], ["thinnest", ["a", "z", "b", "Ä2"]],
]) test(`claims: ${sort}`, () => assert.deepEqual(orderedClaims(claims, sort).map(({ text }) => text), expected));

test("of causes with as many claims without a source the one with more refuted claims stands first", () => {
  const refuted = { ...cause("refuted", 1, 0, 0), refuted: 1, unsourced: 0 };
  assert.deepEqual(orderedCauses([causes[0], refuted], "unsourced").map(({ label }) => label), ["refuted", "b"]);
});
test("narrower causes follow their wider one in any order", () => {
  const tree = [cause("wide", 0, 9, 9), cause("narrow", 0, 1, 1, "wide"), cause("thin", 0, 2, 2)];
  assert.deepEqual(orderedTree(tree, "thinnest").map(({ id }) => id), ["thin", "wide", "narrow"]);
});
