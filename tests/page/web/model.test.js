import assert from "node:assert/strict";
import test from "node:test";

import {
  causesThatFall, claimsApart, count, createModel, fallsWith, findingMarks, fold, groupBy, kindOf, matching, prepareSearch, restsOn, sources, support,
} from "../../../graph/page/web/model.js";
import { INITIAL } from "../../../graph/page/web/state.js";
import { cites, sample } from "./sample.js";

const model = createModel(sample());
const keys = (items) => [...items].map((item) => item.id ?? item).map((id) => id.slice(id.indexOf(":") + 1)).sort();
const matches = (changes) => matching(model, { ...INITIAL, ...changes });

test("marks on letters are folded away", () => assert.equal(fold("Sjögren, ÉTUDE"), "sjogren, etude"));
test("an id says what kind of thing it names", () => assert.equal(kindOf("cause:a:b"), "cause"));
test("things are grouped by a key, whatever it is called", () => {
  assert.deepEqual([...groupBy(["a", "b"], () => "__proto__")], [["__proto__", ["a", "b"]]]);
});
test("a cause may be called as a property of every object", () => assert.equal(model.byId.get("cause:__proto__").name, "__proto__"));
test("findings are found by their subject", () => assert.equal(model.findingsOf.get("claim:c").length, 1));
test("a mention does not source a claim", () => assert.deepEqual(keys(sources(model.byId.get("claim:b"))), ["one"]));
test("an unknown reference does not source a claim", () => assert.deepEqual(keys(sources(model.byId.get("claim:d"))), ["one"]));
test("claims fall with their only source", () => assert.deepEqual(keys(fallsWith(model, "reference:one")), ["b", "d"]));
test("no claim falls with one of two sources", () => assert.deepEqual(fallsWith(model, "reference:two"), []));
test("a cause falls when all its sourced claims do", () => {
  assert.deepEqual(keys(causesThatFall(model, "reference:one")), ["__proto__"]);
});
test("a cause rests most on what sources most of its claims", () => {
  const rests = restsOn(model, model.byId.get("cause:Pregnancy"));
  assert.deepEqual(rests.map(({ reference, claims }) => [reference.key, claims]), [["one", 2], ["two", 1]]);
});
test("nothing asked for leaves everything", () => {
  const { claims, causes, references, active } = matches({});
  assert.deepEqual([claims.size, causes.size, references.size, active], [4, 2, 3, false]);
});
test("the filter leaves the unsourced", () => assert.deepEqual(keys(matches({ filter: "unsourced" }).claims), ["c"]));
test("the filter leaves the causes of what it leaves", () => assert.deepEqual(keys(matches({ filter: "unsourced" }).causes), ["Pregnancy"]));
test("no reference is left where only unsourced claims are", () => assert.equal(matches({ filter: "unsourced" }).references.size, 0));
test("the references that refute a claim are left with it", () => {
  const data = sample();
  data.claims[2] = { ...data.claims[2], citations: [cites("three", "disputes")], state: "refuted" };
  const refuted = createModel(data);
  assert.deepEqual(keys(matching(refuted, { ...INITIAL, filter: "refuted" }).references), ["three"]);
});
test("the filter is for claims only", () => assert.equal(matches({ filter: "unsourced", tab: "references" }).claims.size, 4));
test("a claim is found by its text", () => assert.deepEqual(keys(matches({ q: "text aaa" }).claims), ["a"]));
test("a claim is found by the title of what it cites", () => assert.deepEqual(keys(matches({ q: "folate" }).claims), ["a", "b"]));
test("a claim is found by its cause", () => assert.deepEqual(keys(matches({ q: "pregnancy" }).claims), ["a", "b", "c"]));
test("an author is found without the marks on letters", () => assert.equal(matches({ q: "muller" }).references.size, 3));
test("every word must be found", () => assert.equal(matches({ q: "muller sjogren" }).references.size, 1));
test("nothing is found by what is nowhere", () => assert.equal(matches({ q: "xyzzy" }).claims.size, 0));
test("a finding is found by its rule", () => assert.ok(findingMarks(model, { q: "uncited", severity: "all" })[0]));
test("a finding is found by what it is about, and the cause of that", () => {
  assert.ok(findingMarks(model, { q: "ccc pregnancy", severity: "error" })[0]);
});
test("a finding is not found by what it does not say", () => assert.ok(!findingMarks(model, { q: "folate", severity: "all" })[0]));
test("a finding of another severity is left out", () => assert.ok(!findingMarks(model, { q: "", severity: "info" })[0]));
test("one thing is not many", () => assert.equal(count(1, "claim"), "1 claim"));
test("many things are counted in groups of three digits", () => assert.equal(count(1204, "claim"), "1,204 claims"));

test("what a cause rests on is said in words", () => {
  const words = [0, 1, 2].map((references) => support({ words: "2 claims, 1 sourced", references }));
  assert.deepEqual(words, ["2 claims, 1 sourced", "2 claims, 1 sourced; all on 1 reference", "2 claims, 1 sourced; on 2 references"]);
});
test("claims that involve a cause and are about another are apart", () => {
  const data = sample();
  data.claims[3] = { ...data.claims[3], involves: ["cause:Pregnancy"] };
  const involved = createModel(data);
  const { about, involving } = claimsApart(involved, involved.byId.get("cause:Pregnancy"));
  assert.deepEqual([keys(about), keys(involving)], [["a", "b", "c"], ["d"]]);
});

test("a search is prepared in steps that end", () => {
  let steps = 0;
  while (prepareSearch(model, steps)) steps += 1;
  assert.ok(steps >= 3);
});
test("a set of what is left can be asked and counted", () => {
  const { claims } = matches({ filter: "unsourced" });
  assert.deepEqual([claims.has("claim:c"), claims.has("claim:a"), claims.has("cause:c"), claims.size], [true, false, false, 1]);
});
test("claims can be narrowed to some", () => assert.deepEqual(keys(matches({ only: new Set(["claim:b"]) }).claims), ["b"]));
test("an unknown id is nothing", () => assert.equal(model.byId.get("claim:none"), undefined));
test("a text that is no id is nothing", () => assert.equal(model.byId.get("__proto__"), undefined));
