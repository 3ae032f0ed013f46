import assert from "node:assert/strict";
import test from "node:test";

import { orderedCauses, orderedClaims } from "../../../graph/page/web/order.js";

const cause = (label, unsourced, sourced) => ({ label, unsourced, sourced, disputed: 0 });
const causes = [cause("b", 1, 0), cause("É", 1, 5), cause("a10", 3, 0), cause("a9", 0, 1)];
const claims = [["z", "sourced"], ["b", "unsourced"], ["a", "disputed"], ["Ä2", "unsourced"]].map(([text, state]) => ({ text, state }));

for (const [sort, expected] of [
  ["listed", ["b", "É", "a10", "a9"]], ["unsourced", ["a10", "b", "É", "a9"]],
  ["claims", ["É", "a10", "b", "a9"]], ["name", ["a9", "a10", "b", "É"]],
]) test(`causes: ${sort}`, () => assert.deepEqual(orderedCauses(causes, sort).map(({ label }) => label), expected));

for (const [sort, expected] of [
  ["listed", ["z", "b", "a", "Ä2"]], ["unsourced", ["b", "Ä2", "a", "z"]],
  ["claims", ["z", "b", "a", "Ä2"]], ["name", ["a", "Ä2", "b", "z"]],
]) test(`claims: ${sort}`, () => assert.deepEqual(orderedClaims(claims, sort).map(({ text }) => text), expected));
