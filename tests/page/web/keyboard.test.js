import assert from "node:assert/strict";
import test from "node:test";

import { treeStep } from "../../../graph/page/web/keyboard.js";

const rows = [{ level: 1, open: true }, { level: 2 }, { level: 2, open: true }, { level: 3 }, { level: 1, open: false }];

for (const [key, active, expected] of [
  ["ArrowDown", 0, { to: 1 }], ["ArrowDown", 4, { to: 4 }], ["ArrowUp", 1, { to: 0 }], ["ArrowUp", 0, { to: 0 }],
  ["Home", 3, { to: 0 }], ["End", 0, { to: 4 }], ["PageDown", 0, { to: 4 }], ["PageUp", 4, { to: 0 }],
  ["Enter", 1, { press: true }], [" ", 1, { press: true }],
  ["ArrowRight", 4, { open: true }], ["ArrowRight", 0, { to: 1 }], ["ArrowRight", 1, { to: 1 }],
  ["ArrowLeft", 2, { open: false }], ["ArrowLeft", 3, { to: 2 }], ["ArrowLeft", 1, { to: 0 }], ["ArrowLeft", 4, { to: 4 }],
  ["a", 0, null], ["constructor", 0, null],
]) {
  test(`${key} on row ${active}`, () => assert.deepEqual(treeStep(key, rows, active), expected));
}
test("no key does anything in a tree without rows", () => assert.equal(treeStep("ArrowDown", [], 0), null));
