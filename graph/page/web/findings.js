/** The findings in groups: by rule, or by the cause that they concern and there by rule. */

import { concernOf, count, groupBy, kindOf } from "./model.js";
import { SEVERITIES } from "./state.js";
/** @import { RuleData, Severity, ShownData } from "./data.js" */

/** @import { Asked, Finding, Group, Model } from "./types.js" */

/** @type {(one: Severity, other: Severity) => number} */
const graver = (one, other) => SEVERITIES.indexOf(one) - SEVERITIES.indexOf(other);
const OTHERS = { references: "References", files: "Files" };

/**
 * The findings in groups, as a tree: a rule has the `numbers` of its findings, a cause has such rules as `parts`.
 * By cause, what concerns a reference or a file stands apart, after the causes.
 * @type {(model: Model, group: "rule" | "cause") => Group[]}
 */
export function findingGroups(model, group) {
  const { data } = model;
  if (group === "rule") return data.rules.filter((rule) => rule.findings.length).map((rule) => ruleGroup(data, rule, rule.findings));
  const numbers = model.findingsByConcern;
  const places = [...data.causes.map(({ id, name }) => [id, name]), ...Object.entries(OTHERS)];
  return places.filter(([id]) => numbers.has(id)).map(([id, name]) => causeGroup(model, id, name, numbers.get(id) ?? []));
}

/**
 * A rule and the numbers of its findings, as severe as the worst; `within` is the id of the group it is a part of.
 * @type {(data: ShownData, rule: RuleData, numbers: number[], within?: string) => Group}
 */
function ruleGroup({ findings }, rule, numbers, within = "") {
  const [severity] = numbers.map((number) => findings[number].severity).sort(graver);
  return { id: `${within} ${rule.code}`, kind: "rule", rule, name: rule.name, severity, words: severityWords(findings, numbers), numbers };
}

/**
 * How severe findings are: "warning" where all are, else "7 errors, 45 warnings, 22 info".
 * @type {(findings: Finding[], numbers: number[]) => string}
 */
function severityWords(findings, numbers) {
  const found = groupBy(numbers, (number) => findings[number].severity);
  const counts = [...found].sort(([one], [other]) => graver(one, other));
  if (counts.length === 1) return counts[0][0];
  return counts.map(([each, { length: number }]) => (each === "info" ? `${number.toLocaleString("en")} info` : count(number, each))).join(", ");
}

/**
 * What a rule says of itself: what it finds, and why that matters.
 * @type {(rule: { title: string, why: string }) => string}
 */
export function reasonOf({ title, why }) {
  return [title, why].filter(Boolean).join(" ");
}

/**
 * The findings that concern a cause, by rule, the worst first.
 * @type {(model: Model, id: string, name: string, numbers: number[]) => Group}
 */
function causeGroup({ data, ruleByCode }, id, name, numbers) {
  const byCode = groupBy(numbers, (/** @type {number} */ number) => data.findings[number].code);
  const parts = [...byCode].map(([code, found]) => ruleGroup(data, /** @type {RuleData} */ (ruleByCode.get(code)), found, id))
    .sort((one, other) => graver(one.severity, other.severity));
  return { id: groupId(id), kind: "group", name, severity: parts[0].severity, parts };
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
