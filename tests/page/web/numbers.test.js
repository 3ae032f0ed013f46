import assert from "node:assert/strict";
import test from "node:test";

import { digits } from "../../../graph/page/web/numbers.js";

test("a number has a comma between thousands", () => {
  assert.deepEqual([0, 999, 1000, 1234567].map(digits), ["0", "999", "1,000", "1,234,567"]);
});
