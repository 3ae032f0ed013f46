import assert from "node:assert/strict";
import test from "node:test";

import { tabTitle } from "../../../graph/page/web/tabtitle.js";

test("what is chosen stands before the page's title", () => assert.equal(tabTitle("Noise", "Sleep"), "Noise · Sleep"));
test("where nothing is chosen it is the page's title", () => assert.equal(tabTitle("", "Sleep"), "Sleep"));
test("of a long name the beginning is there", () => assert.equal(tabTitle("😴".repeat(61), "Sleep"), `${"😴".repeat(59)}… · Sleep`));
