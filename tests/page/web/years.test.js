import assert from "node:assert/strict";
import test from "node:test";

import { yearOf } from "../../../graph/page/web/years.js";

for (const [year, number] of [["2015", 2015], ["c. 1998", 1998], ["in press", null], ["", null], ["20155", null]]) {
  test(`the year ${JSON.stringify(year)} is ${number}`, () => assert.equal(yearOf({ year }), number));
}
