import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";

import { quoted } from "../../../../graph/archive/page/web/shell.js";

for (const [name, word] of [
  ["neurology/parkinson", "neurology/parkinson"],
  ["a b", "'a b'"],
  ["all", "./all"],
  ["worst:3", "./worst:3"],
  ["allergy", "allergy"],
  ["-rf", "./-rf"],
]) test(`${name} as a word of a shell`, () => assert.equal(quoted(name), word));

for (const name of ["$(touch x)", "`id`", "it's", "a\nb", "; rm", '"', "*", "\\", "!x", "été"]) {
  test(`a shell gives back ${JSON.stringify(name)}`, () =>
    assert.equal(execFileSync("/bin/sh", ["-c", `printf %s ${quoted(name)}`], { encoding: "utf8" }), name));
}
