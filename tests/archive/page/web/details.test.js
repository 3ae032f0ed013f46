import assert from "node:assert/strict";
import test from "node:test";

import { hrefOf } from "../../../../graph/archive/page/web/details.js";

test("an address leads to the page at what it is to show", () =>
  assert.equal(hrefOf("articles/a/evidence.html", "claim:c 1"), "articles/a/evidence.html#select=claim%3Ac+1&view=details"));
test("an address without more leads to the page", () => assert.equal(hrefOf("articles/été~1/evidence.html", ""), "articles/%C3%A9t%C3%A9~1/evidence.html"));
