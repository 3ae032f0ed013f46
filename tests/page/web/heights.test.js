import assert from "node:assert/strict";
import test from "node:test";

import { linesOf, rowAt, rowsNear, topsOf } from "../../../graph/page/web/heights.js";

const claim = (text, more = {}) => ({ kind: "claim", level: 1, item: { text }, ...more });

test("rows stand one under the other, the longer the higher", () => {
  const [first, second, third, end] = topsOf([claim("word"), claim("word ".repeat(20)), claim("word")], 290);
  assert.ok(first === 0 && second < third - second && end - third === second);
});
test("a row that says what it is about is higher by a line", () => {
  const heights = [claim("word"), claim("word", { about: "it" })].map((row) => topsOf([row], 290)[1]);
  assert.equal(heights[1] - heights[0], 19);
});
test("a rule that finds the same nearly everywhere is higher by a line", () => {
  const heights = ["", "56 of 61 claims"].map((widely) => topsOf([{ kind: "rule", level: 1, item: { name: "word", widely } }], 290)[1]);
  assert.equal(heights[1] - heights[0], 19);
});
test("a long text has four lines at most", () => assert.equal(linesOf(claim("word ".repeat(99)), 290), 4));
test("a cause's name has as many lines as its words need", () => {
  const item = { label: "Body system number 1 with a long name of its own", sourced: 945, claims: 1324, involving: 0 };
  assert.deepEqual([290, 900].map((width) => linesOf({ kind: "cause", level: 1, item }, width)), [3, 1]);
});
test("a text further in has less room", () => assert.ok(linesOf(claim("word ".repeat(12)), 290) < linesOf(claim("word ".repeat(12), { level: 5 }), 290)));
for (const [y, number] of [[-5, 0], [0, 0], [9, 0], [10, 1], [29, 1], [99, 2]]) {
  test(`at ${y} is row ${number}`, () => assert.equal(rowAt([0, 10, 30, 60], y), number));
}
for (const [top, height, expected] of [[0, 100, [0, 1, 2, 3]], [-2000, 100, [0]], [1000, 100, [5, 6, 7, 8, 9]]]) {
  test(`from ${top} rows ${expected} are near`, () => assert.deepEqual(rowsNear([0, 120, 240, 360, 480, 600, 720, 1080, 1200, 1320, 1440], top, height), expected));
}
test("no row is near where there are none", () => assert.deepEqual(rowsNear(new Float64Array(1), 0, 900), []));
