import assert from "node:assert/strict";
import test from "node:test";

import { NO_SOURCE, REFUTED, cellName, claimsOfCell, matrixOf, shadeOf, spanOf, valuesBy } from "../../../graph/page/web/matrix.js";
import { createModel, matching } from "../../../graph/page/web/model.js";
import { listOf } from "../../../graph/page/web/ragged.js";
import { INITIAL } from "../../../graph/page/web/state.js";
import { cites, claimsAbout, sample, scattered } from "./sample.js";
import { yearOf } from "../../../graph/page/web/years.js";

const model = createModel(sample());
const everything = matching(model, INITIAL);
const values = (key, by) => {
  const { values, of } = valuesBy(model, by);
  return [...listOf(of, model.byId.numberOf(`claim:${key}`))].map((number) => values[number]);
};
/** What a claim counts under, found the long way. */
function valuesOf({ references }, { citations, state }, by) {
  const sourcing = citations.filter(({ stance }) => stance === "supports" || stance === "qualifies");
  const cited = (id) => references.find((each) => each.id === id);
  const found = { stance: () => citations.map(({ stance }) => stance), year: () => sourcing.map(({ reference }) => yearOf(cited(reference)) ?? "undated"),
    design: () => sourcing.flatMap(({ reference }) => cited(reference).design.split("; ").map((each) => each || "not stated")) }[by]();
  return sourcing.length ? found : [...found, state === "refuted" ? REFUTED : NO_SOURCE];
}

const labels = (by) => matrixOf(model, by, everything).columns.map((column) => column.label);
const rowOf = (by, name) => matrixOf(model, by, everything).rows.find((row) => row.cause.label === name);
const cell = (changes) => [...claimsOfCell(model, { by: "stance", within: "", value: "", ...changes }) ?? ["all"]];

test("a claim counts under each stance that cites for it", () => assert.deepEqual(values("b", "stance"), ["supports", "mentions"]));
test("a claim without a source says so", () => assert.deepEqual(values("c", "year"), [NO_SOURCE]));
test("a refuted claim is no claim without a source", () => {
  const data = sample();
  data.claims[2] = { ...data.claims[2], citations: [cites("one", "disputes")], state: "refuted" };
  const refuted = createModel(data);
  assert.deepEqual(matrixOf(refuted, "year", matching(refuted, INITIAL)).rows[0].cells.slice(0, 2), [0, 1]);
});
test("a reference that the bibliography lacks counts under nothing", () => assert.deepEqual(values("d", "stance"), ["supports"]));
test("several designs are several columns", () => {
  assert.deepEqual(labels("design"), [NO_SOURCE, "case-control", "cross-sectional", "not stated"]);
});
test("years that nothing is from are columns, too", () => {
  assert.deepEqual(labels("year"), [NO_SOURCE, "2000–2001", "2002–2003", "2004–2005", "2006–2007", "2008–2009", "2010–2011", "2012–2013", "2014–2015"]);
});
test("every stance is a column, used or not", () => assert.deepEqual(labels("stance"), [NO_SOURCE, "supports", "disputes", "qualifies", "mentions"]));
test("a row counts the claims of its cause", () => assert.deepEqual(rowOf("stance", "Pregnancy").cells, [1, 2, 0, 0, 1]));
test("claims that only involve a cause are a number of their own", () => {
  const data = sample();
  data.claims[3] = { ...data.claims[3], involves: ["cause:Pregnancy"] };
  const involved = createModel(data);
  const { about, involving } = matrixOf(involved, "stance", matching(involved, INITIAL)).rows[1];
  assert.deepEqual([about, involving], [3, 1]);
});
test("the first row counts every claim once", () => assert.deepEqual(rowOf("stance", "All causes").cells, [1, 3, 0, 0, 1]));
for (const by of ["stance", "design", "year"]) test(`cells by ${by} count as their claims are counted one by one`, () => {
  for (const seed of [1, 2, 3]) {
    const data = scattered(seed);
    const random = createModel(data);
    const left = matching(random, { ...INITIAL, q: "3" });
    const { columns, rows } = matrixOf(random, by, left);
    for (const { cause, about, involving, cells } of rows) {
      const inside = (cause.id ? claimsAbout(data, cause.id) : data.claims).filter(({ id }) => left.claims.has(id));
      assert.equal(about + involving, inside.length);
      assert.deepEqual(cells, columns.map(({ value }) => inside.filter(({ id }) => claimsOfCell(random, { by, within: "", value }).has(id)).length));
    }
    for (const { value, has } of columns) {
      const found = data.claims.filter((each) => valuesOf(data, each, by).some(has)).map(({ id }) => id);
      assert.deepEqual([...claimsOfCell(random, { by, within: "", value })], found);
    }
  }
});
test("only claims that are left count", () => {
  const { rows } = matrixOf(model, "stance", matching(model, { ...INITIAL, filter: "unsourced" }));
  assert.deepEqual(rows.map((row) => row.cells), [[1, 0, 0, 0, 0], [1, 0, 0, 0, 0]]);
});
test("nothing left is no row", () => assert.deepEqual(matrixOf(model, "stance", matching(model, { ...INITIAL, q: "xyzzy" })).rows, []));
test("no cell asked for narrows nothing", () => assert.deepEqual(cell({}), ["all"]));
test("a cell has the claims that it counts", () => assert.deepEqual(cell({ within: "cause:Pregnancy", value: NO_SOURCE }), ["claim:c"]));
test("a cell of years has the claims of those years", () => assert.deepEqual(cell({ by: "year", value: "2014–2015" }), ["claim:a"]));
test("a cell that there is not has no claims", () => assert.deepEqual(cell({ within: "cause:none", value: "supports" }), []));
test("a cell is called by its cause and value", () => assert.equal(cellName(model, { within: "cause:Pregnancy", value: "supports" }), "Pregnancy: supports"));
test("years are counted one by one where they are few", () => assert.equal(spanOf([2010, 2015]), 1));
test("years are counted by the decade where they are many", () => assert.equal(spanOf([1940, 2015]), 10));
test("no years have a span", () => assert.equal(spanOf([]), 1));
for (const [number, shade] of [[1, 1], [5, 3], [10, 5]]) {
  test(`${number} of 10 is shade ${shade}`, () => assert.equal(shadeOf(number, 10), shade));
}
