/** The findings in groups: by rule, or by the cause that they concern and there by rule. */

import { withCode } from "./dom.js";
import { concernOf, count, findingMarks, groupBy, kindOf } from "./model.js";
import { SEVERITIES } from "./state.js";

const graver = (one, other) => SEVERITIES.indexOf(one) - SEVERITIES.indexOf(other);
const OTHERS = { references: "References", files: "Files" };

/**
 * The findings in groups, as a tree: a rule has the `numbers` of its findings, a cause has such rules as `parts`.
 * By cause, what concerns a reference or a file stands apart, after the causes.
 */
export function findingGroups(model, group) {
  const { data } = model;
  if (group === "rule") return data.rules.filter((rule) => rule.findings.length).map((rule) => ruleGroup(data, rule, rule.findings));
  const numbers = model.findingsByConcern;
  const places = [...data.causes.map(({ id, name }) => [id, name]), ...Object.entries(OTHERS)];
  return places.filter(([id]) => numbers.has(id)).map(([id, name]) => causeGroup(model, id, name, numbers.get(id)));
}

/** A rule and the numbers of its findings, as severe as the worst; `within` is the id of the group it is a part of. */
function ruleGroup({ findings }, rule, numbers, within = "") {
  const [severity] = numbers.map((number) => findings[number].severity).sort(graver);
  return { id: `${within} ${rule.code}`, kind: "rule", rule, name: rule.name, severity, words: severityWords(findings, numbers), numbers };
}

/** How severe findings are: "warning" where all are, else "7 errors, 45 warnings, 22 info". */
function severityWords(findings, numbers) {
  const found = groupBy(numbers, (number) => findings[number].severity);
  const counts = SEVERITIES.filter((each) => found.has(each)).map((each) => [each, found.get(each).length]);
  if (counts.length === 1) return counts[0][0];
  return counts.map(([each, number]) => (each === "info" ? `${number.toLocaleString("en")} info` : count(number, each))).join(", ");
}

/** What a rule says of itself: what it finds, and why that matters. */
export function reasonOf({ title, why }) {
  return [title, why].filter(Boolean).join(" ");
}

/** The findings that concern a cause, by rule, the worst first. */
function causeGroup({ data, ruleByCode }, id, name, numbers) {
  const byCode = groupBy(numbers, (number) => data.findings[number].code);
  const parts = [...byCode].map(([code, found]) => ruleGroup(data, ruleByCode.get(code), found, id))
    .sort((one, other) => graver(one.severity, other.severity));
  return { id: groupId(id), kind: "group", name, severity: parts[0].severity, parts };
}

/** What the group of findings about a cause is called among open ones. */
function groupId(cause) {
  return `in ${cause}`;
}

/** The id of the group that has the findings about what is chosen, or an empty string where there is none. */
export function groupOf(model, { select, tab, group }) {
  const named = tab === "findings" && group === "cause" && model.byId.has(select) && kindOf(select) !== "reference";
  return named ? groupId(concernOf(model, select)) : "";
}

/**
 * Makes the list of findings, which the template wrote by rule, show them by rule or by cause.
 * The same rows stand in either; `h` and `mark` make elements and marks.
 */
export function createFindingList({ list, model, h, mark }) {
  const rows = [...list.querySelectorAll("li.finding")].sort((one, other) => one.dataset.number - other.dataset.number);
  rows.forEach((row, number) => dress({ model, h, mark }, row.firstElementChild, model.data.findings[number]));
  findingGroups(model, "rule").forEach(({ words }, index) => {
    list.children[index].querySelector(".row-note").firstChild.data = `${words} · `;
  });
  const rules = [...list.children].map((item) => ({ slot: item.querySelector("ul"), numbers: numbersIn(item) }));
  const shapes = { rule: { tops: [...list.children], parts: rules } };
  let shown = "rule";
  let reached = "";

  /** Puts the rows where they belong in a grouping. */
  const regroup = (group) => {
    shapes[group] ??= causeShape({ h, mark }, findingGroups(model, group));
    for (const { slot, numbers } of shapes[group].parts) slot.append(...numbers.map((number) => rows[number]));
    list.replaceChildren(...shapes[group].tops);
    shown = group;
  };

  /** Opens the group of what is chosen. */
  const reach = (id) => {
    if (id === reached) return;
    reached = id;
    const item = id && shapes[shown].tops.find((each) => each.dataset.id === id);
    if (!item) return;
    item.firstElementChild.open = true;
    item.scrollIntoView({ block: "start" });
  };

  return {
    /** Shows the findings that are looked for, grouped as the state says; gives back how many. */
    show(state) {
      if (state.group !== shown) regroup(state.group);
      const marks = findingMarks(model, state);
      rows.forEach((row, number) => { row.hidden = marks[number] === 0; });
      for (const item of list.querySelectorAll("li:has(.badge)")) {
        const left = item.querySelectorAll("li.finding:not([hidden])").length;
        item.querySelector(".badge").textContent = left;
        item.hidden = left === 0;
      }
      reach(groupOf(model, state));
      return marks.reduce((sum, each) => sum + each, 0);
    },
  };
}

/** What a finding is about, where its own words give a key only: a claim's text, a reference's name. */
export function subjectText({ byId }, subject) {
  const item = byId.has(subject) ? byId.get(subject) : {};
  return { claim: item.text, reference: item.label }[kindOf(subject)] ?? "";
}

/** Adds to a finding's row how severe it is and what it is about, which would be much to write into the page. */
function dress({ model, h, mark }, row, { severity, subject }) {
  const words = row.querySelector(".row-text");
  const about = subjectText(model, subject);
  row.prepend(mark(severity));
  words.lastElementChild.prepend(`${severity} · `);
  if (!about) return;
  words.firstElementChild.classList.add("row-note");
  words.prepend(h("span", { dir: "auto" }, about));
}

/** The numbers of the findings whose rows an element has. */
function numbersIn(element) {
  return [...element.querySelectorAll("li.finding")].map((row) => Number(row.dataset.number));
}

/** The elements of causes with their rules, and the lists in which the rows go. */
function causeShape({ h, mark }, groups) {
  const parts = [];
  const ruleItem = ({ rule, severity, words, numbers }) => {
    const slot = h("ul");
    parts.push({ slot, numbers });
    return h("li", { class: "rule-within" },
      h("p", { class: "rule-line" }, mark(severity), h("span", { class: "rule-name" }, rule.name, " ",
        h("span", { class: "row-note" }, `${words} · `, h("code", {}, rule.code))), h("span", { class: "badge" }), h("span", { class: "sr" }, " findings")),
      reasonOf(rule) && h("details", { class: "why" }, h("summary", {}, "Why"), h("p", {}, withCode(h, reasonOf(rule)))),
      slot);
  };
  const tops = groups.map((group) => h("li", { class: "rule", "data-id": group.id }, h("details", {},
    h("summary", {}, mark(group.severity), h("span", { class: "rule-name", dir: "auto" }, group.name), h("span", { class: "badge" }),
      h("span", { class: "sr" }, " findings")),
    h("ul", {}, group.parts.map(ruleItem)))));
  return { tops, parts };
}
