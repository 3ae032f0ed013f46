/** A little evidence for the tests, as the page embeds it. */

import { STANCES } from "../../../graph/page/web/model.js";

/** The state of a claim by its citations, told once more. */
function stateOf(citations) {
  const [supports, disputes, qualifies, mentions] = STANCES.map((name) => citations.some(({ stance, known }) => known && stance === name));
  if (disputes) return supports || qualifies ? "contested" : "refuted";
  if (supports) return "supported";
  if (qualifies) return "qualified";
  return mentions ? "mentioned" : "unsourced";
}

const claim = (key, cause, citations, more = {}) => ({
  id: `claim:${key}`, key, text: `Text ${key.repeat(3)}`, cause: `cause:${cause}`, involves: [], note: "", quote: "", quantity: {}, figures: "",
  state: stateOf(citations), citations, candidates: [], ...more,
});

export const cites = (key, stance = "supports", known = true) =>
  ({ reference: `reference:${key}`, label: key, known, stance, basis: "inferred", locator: "" });

const STATES = { supported: 0, qualified: 0, contested: 0, refuted: 0, mentioned: 0, unsourced: 0 };

/** A cause whose claims are all about it and supported or unsourced, unless more is said. */
export const cause = (name, supported, unsourced, more = {}) => ({
  id: `cause:${name}`, name, label: name, wider: "", depth: 0, ...STATES, supported, unsourced, sourced: supported, claims: supported + unsourced,
  involving: 0, involving_sourced: 0, references: supported, independent: supported,
  words: `${supported + unsourced} claims, ${supported} sourced`, ...more,
});

const reference = (key, title, more = {}) => ({
  id: `reference:${key}`, key, label: key, title, citation: `Müller, J. (2015). ${title}.`, group: "", links: [], identifier: [],
  authors: "Müller, J.", year: "2015", design: "", place: "r.bib:1", ...more,
});

/** Two causes: one rests on two references, one on a single one that the other uses, too. */
export function sample() {
  return {
    causes: [cause("Pregnancy", 2, 1), cause("__proto__", 1, 0)],
    claims: [
      claim("a", "Pregnancy", [cites("one"), cites("two")]),
      claim("b", "Pregnancy", [cites("one"), cites("two", "mentions")]),
      claim("c", "Pregnancy", []),
      claim("d", "__proto__", [cites("one"), cites("gone", "supports", false)]),
    ],
    references: [
      reference("one", "Iron", { year: "2001", design: "cross-sectional; case-control" }),
      reference("two", "Folate"),
      reference("three", "Sjögren", { year: "in press" }),
    ],
    findings: [{ code: "CLM001", rule: "uncited-claim", severity: "error", place: "", subject: "claim:c", message: "no source", follows: [] }],
    rules: [{ code: "CLM001", name: "uncited-claim", severity: "error", title: "", why: "because", findings: [0], widespread: {} }],
    not_run: [],
  };
}

/** Evidence of numbered things that are tied at random, the same for the same seed: causes in a tree, claims, references. */
export function scattered(seed) {
  let state = seed;
  const below = (most) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % most;
  };
  const some = (most, make) => Array.from({ length: below(most + 1) }, make);
  const causes = Array.from({ length: 9 }, (_, number) => {
    const wider = number && below(2) ? below(number) : null;
    return cause(`${number}`, 0, 0, { wider: wider === null ? "" : `cause:${wider}` });
  });
  const references = Array.from({ length: 8 }, (_, number) => reference(`${number}`, `Title ${number}`, {
    year: ["", "2001", "2003", "2015", "in press"][below(5)], design: some(2, () => ["cohort", "trial", "review"][below(3)]).join("; ") }));
  const claims = Array.from({ length: 40 }, (_, number) => claim(`${number}`, `${below(9)}`,
    some(3, () => cites(`${below(8)}`, STANCES[below(4)])), { involves: some(2, () => `cause:${below(9)}`) }));
  return { causes, claims, references, findings: [], rules: [], not_run: [] };
}

/** The claims that name a cause or a narrower one, found the long way. */
export function claimsAbout({ causes, claims }, id) {
  const inside = (name) => name === id || (name !== "" && inside(causes.find((each) => each.id === name).wider));
  return claims.filter((each) => [each.cause, ...each.involves].some(inside));
}
