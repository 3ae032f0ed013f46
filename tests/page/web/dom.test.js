import assert from "node:assert/strict";
import test from "node:test";

import { elementMaker, isWebAddress, withCode, withDirections } from "../../../graph/page/web/dom.js";

/** As much of a document as making elements takes. */
const document = {
  createElement: (name) => ({
    name, attributes: {}, children: [],
    setAttribute(key, value) { this.attributes[key] = value; },
    addEventListener() {},
    append(...children) { this.children.push(...children); },
  }),
};
const h = elementMaker(document);

for (const [address, followed] of [
  ["https://doi.org/10.1/x", true], ["HTTP://example.org", true], ["javascript:alert(1)", false], [" https://x.org", false],
  ["data:text/html,x", false], ["//example.org", false], ["", false],
]) test(`${JSON.stringify(address)} is ${followed ? "followed" : "text"}`, () => assert.equal(isWebAddress(address), followed));

test("text stays text", () => assert.deepEqual(h("p", {}, "<b>").children, ["<b>"]));
test("nothing is left out", () => assert.deepEqual(h("p", {}, null, "", false, undefined, ["a"]).children, ["a"]));
test("an attribute that does not hold is left out", () => assert.deepEqual(h("p", { class: null }).attributes, {}));
test("what stands between backticks is code", () => {
  const h = (name, _, text) => [name, text];
  assert.deepEqual(withCode(h, "a `b` c"), ["a ", ["code", "b"], " c"]);
});
test("a name from right to left stands in an element of its own", () => {
  const [, name, rest] = withDirections(h, "כהן 2007");
  assert.deepEqual([name.name, name.children, rest], ["bdi", ["כהן"], " 2007"]);
});
