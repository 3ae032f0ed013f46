import assert from "node:assert/strict";
import test from "node:test";

import { INITIAL } from "../../../../graph/archive/page/web/asked.js";
import { createFinds, orderOf } from "../../../../graph/archive/page/web/left.js";

const ROWS = [
  { name: "a/failed", title: "", desk: "", date: "last-modified", claims: 0, sourced: 0, errors: 0, warnings: 0, failure: "torn" },
  { name: "b/iron", title: "Iron in Sjögren", desk: "News", date: "2020-05", claims: 4, sourced: 4, errors: 1, warnings: 9, failure: "" },
  { name: "c/sleep", title: "Sleep", desk: "Family", date: "2021-01-01", claims: 4, sourced: 1, errors: 2, warnings: 0, failure: "" },
  { name: "d/plain", title: "Plain", desk: "News", date: "2019", claims: 9, sourced: 8, errors: 0, warnings: 0, failure: "" },
];
const ITEM = { id: "x", name: "Work", note: "2001", articles: 1, claims: 1, places: [{ article: 1, select: "claim:c", words: "as doe" }] };
const ARCHIVE = { count: ROWS.length, at: (number) => ROWS[number], first: [], column: (name) => ROWS.map((row) => row[name]), items: { works: [ITEM] } };
const finds = createFinds(ARCHIVE);
const found = (asked) => {
  const { count, at } = finds.articles({ ...INITIAL, ...asked });
  return Array.from({ length: count }, (_, place) => ROWS[at(place)].name[0]).join("");
};
const works = (asked) => finds.items("works", { ...INITIAL, tab: "works", ...asked }).length;

for (const [order, expected] of [
  ["worst", "acbd"], ["coverage", "cdba"], ["newest", "cbda"], ["oldest", "dbca"], ["desk", "cbda"], ["claims", "dbca"], ["name", "abcd"],
]) test(`order: ${order}`, () => assert.equal(found({ order }), expected));

test("a search folds letters and needs all words", () => assert.equal(found({ q: "SJOGREN iron" }), "b"));
test("a search finds names and desks", () => assert.equal(found({ q: "family" }), "c"));
test("a severity leaves articles that have it", () => assert.equal(found({ severity: "warning" }), "b"));
test("those that could not be read", () => assert.equal(found({ severity: "failed" }), "a"));
test("a desk leaves its articles", () => assert.equal(found({ desk: "News" }), "bd"));
test("a work is found by the titles of its articles", () => assert.equal(works({ q: "sjogren work" }), 1));
test("a work is left out where no article is of the desk", () => assert.equal(works({ desk: "Family" }), 0));
test("equal scores are in their order, however many there are", () => {
  const order = orderOf(Array.from({ length: 70_000 }, (_, number) => number % 2));
  assert.deepEqual([order[0], order[1], order[35_000], order.at(-1)], [1, 3, 0, 69_998]);
});
test("the first articles are there before any column is read", () => {
  const column = () => assert.fail("a column was read");
  assert.equal(createFinds({ ...ARCHIVE, first: [0, 2], column }).articles(INITIAL).at(1), 2);
});
test("nothing is ordered as nothing", () => assert.equal(orderOf([]).length, 0));
