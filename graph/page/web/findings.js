/** The findings in groups: by rule, or by the cause that they concern and there by rule. */

import { concernOf, count, groupBy, kindOf } from "./model.js";
import { digits } from "./numbers.js";
import { SEVERITIES } from "./state.js";
/** @import { RunRule, Severity, ShownData } from "./data.js" */

/** @import { Asked, Finding, Group, Model, Tally } from "./types.js" */

/** @type {(one: Severity, other: Severity) => number} */
const graver = (one, other) => SEVERITIES.indexOf(one) - SEVERITIES.indexOf(other);
const OTHERS = { references: "References", files: "Files" };

/**
 * The findings in groups, as a tree: a rule has the `numbers` of its findings, a cause has such rules as `parts`.
 * By cause, what is found in nearly all of them is a rule before the causes; what concerns a reference or a file stands
 * apart, after them.
 * @type {(model: Model, group: "rule" | "cause") => Group[]}
 */
export function findingGroups(model, group) {
  const { data, findingsByConcern } = model;
  if (group === "rule") return data.rules.flatMap((rule) => ruleGroups(data, rule, rule.findings));
  const everywhere = new Set(data.rules.flatMap((rule) => rule.findings.filter((number) => isEverywhere(model, rule, number))));
  const places = [...data.causes.map(({ id, name }) => [id, name]), ...Object.entries(OTHERS)];
  return [
    ...data.rules.flatMap((rule) => ruleGroups(data, rule, rule.findings.filter((number) => everywhere.has(number)))),
    ...places.flatMap(([id, name]) => causeGroup(model, id, name, (findingsByConcern.get(id) ?? []).filter((number) => !everywhere.has(number)))),
  ];
}

/**
 * Whether a finding is one of nearly all that a rule looks at, which are in causes.
 * @type {(model: Model, rule: RunRule, number: number) => boolean}
 */
function isEverywhere(model, rule, number) {
  const finding = model.data.findings[number];
  return widely(rule, finding) !== "" && !Object.hasOwn(OTHERS, concernOf(model, finding.subject));
}

/**
 * In how much of all a rule finds the same, "389 of 428 references", where a finding is one of nearly everywhere.
 * @type {(rule: RunRule, finding: Finding) => string}
 */
function widely({ widespread }, { follows, severity }) {
  return follows.length ? "" : widespread[severity] ?? "";
}

/**
 * A rule with the numbers of its findings: those of nearly everywhere apart from the others, the worst first.
 * @type {(data: ShownData, rule: RunRule, numbers: number[], within?: string) => Group[]}
 */
function ruleGroups(data, rule, numbers, within = "") {
  const apart = groupBy(numbers, (/** @type {number} */ number) => widely(rule, data.findings[number]));
  return [...apart].map(([words, found]) => ruleGroup(data, rule, found, { words, within }))
    .sort((one, other) => graver(one.severity, other.severity));
}

/**
 * A rule and the numbers of its findings, as severe as the worst; `within` is the id of the group it is a part of.
 * @type {(data: ShownData, rule: RunRule, numbers: number[], how: { words: string, within: string }) => Group}
 */
function ruleGroup({ findings }, rule, numbers, { words, within }) {
  const [severity] = numbers.map((number) => findings[number].severity).sort(graver);
  return {
    id: `${within} ${rule.code} ${words}`, kind: "rule", rule, name: rule.name, severity, words: severityWords(findings, numbers), numbers,
    widely: words && `${words}, such as ${findings[numbers[0]].message}`,
  };
}

/**
 * How severe findings are: "warning" where all are, else "7 errors, 45 warnings, 22 info".
 * @type {(findings: Finding[], numbers: number[]) => string}
 */
function severityWords(findings, numbers) {
  const found = groupBy(numbers, (number) => findings[number].severity);
  const counts = [...found].sort(([one], [other]) => graver(one, other));
  if (counts.length === 1) return counts[0][0];
  return counts.map(([each, { length: number }]) => (each === "info" ? `${digits(number)} info` : count(number, each))).join(", ");
}

/**
 * What a rule says of itself: what it finds, and why that matters.
 * @type {(rule: { title: string, why: string }) => string}
 */
export function reasonOf({ title, why }) {
  return [title, why].filter(Boolean).join(" ");
}

/**
 * The findings that concern a cause, by rule, the worst first; no group where there are none.
 * @type {(model: Model, id: string, name: string, numbers: number[]) => Group[]}
 */
function causeGroup({ data, ruleByCode }, id, name, numbers) {
  if (numbers.length === 0) return [];
  const byCode = groupBy(numbers, (/** @type {number} */ number) => data.findings[number].code);
  const parts = [...byCode].flatMap(([code, found]) => ruleGroups(data, /** @type {RunRule} */ (ruleByCode.get(code)), found, id))
    .sort((one, other) => graver(one.severity, other.severity));
  return [{ id: groupId(id), kind: "group", name, severity: parts[0].severity, parts }];
}

/**
 * One byte for each finding that is left and stands by itself, not under the one that it follows from.
 * @type {(model: Model, marks: Uint8Array) => Uint8Array}
 */
export function standing({ followers }, marks) {
  const own = marks.slice();
  for (const [root, numbers] of followers) if (marks[root]) for (const number of numbers) own[number] = 0;
  return own;
}

/**
 * How many findings are faults of their own.
 * @type {(findings: Finding[]) => Tally}
 */
export function tallyOf(findings) {
  const own = findings.filter(({ follows }) => follows.length === 0).length;
  return { own, following: findings.length - own };
}

/**
 * How many findings there are: "14 findings and 2 that follow"; `number` is how the first is written.
 * @type {(tally: Tally, number?: string) => string}
 */
export function tallyWords({ own, following }, number = own ? count(own, "finding") : "") {
  if (!following) return number;
  const first = number ? `${number} and ${digits(following)}` : count(following, "finding");
  return `${first} that ${following === 1 ? "follows" : "follow"}`;
}

/**
 * What a finding follows from, in words; empty where it follows from none.
 * @type {(model: Model, finding: Finding) => string}
 */
export function rootWords({ data }, { follows: [root] }) {
  if (root === undefined) return "";
  const { code, place } = data.findings[root];
  return `follows from ${code} at ${place}`;
}

/**
 * What the group of findings about a cause is called among open ones.
 * @type {(cause: string) => string}
 */
function groupId(cause) {
  return `in ${cause}`;
}

/**
 * The id of the group that has the findings about what is chosen, or an empty string where there is none.
 * @type {(model: Model, asked: Asked) => string}
 */
export function groupOf(model, { select, tab, group }) {
  const named = tab === "findings" && group === "cause" && model.byId.has(select) && kindOf(select) !== "reference";
  return named ? groupId(concernOf(model, select)) : "";
}

/**
 * What a finding is about, where its own words give a key only: a claim's text, a reference's name.
 * @type {(model: Model, subject: string) => string}
 */
export function subjectText({ byId }, subject) {
  if (!byId.has(subject)) return "";
  return { cause: "", claim: byId.get(subject).text, reference: byId.get(subject).label }[kindOf(subject)];
}
