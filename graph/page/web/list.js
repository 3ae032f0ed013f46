/** The lists of claims, references and findings: what the template wrote, made to respond. */

import { createFindingList } from "./findings.js";
import { kindOf, matching, onlyCause } from "./model.js";
import { orderedCauses, orderedClaims } from "./order.js";
import { orderedReferences } from "./uses.js";

const UP_AND_DOWN = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Makes the lists respond to the state.
 * `root` holds the lists, `h` and `mark` make elements and marks; `choose` is called with the id of what is chosen. The
 * rows become buttons, as nothing would happen on a click without this script.
 */
export function createLists({ root, model, h, mark, choose }) {
  for (const row of root.querySelectorAll("[data-select]")) {
    const button = h("button", { type: "button", class: row.className, "data-select": row.dataset.select });
    button.append(...row.childNodes);
    row.replaceWith(button);
  }
  const opened = new Set(onlyCause(model));
  const all = (selector) => [...root.querySelectorAll(selector)];
  const causes = all("li.cause");
  const rows = all("button[data-select]");
  const branches = all("#claims ul").map((list) => branchOf(list, model));
  const findings = createFindingList({ list: root.querySelector("#findings > ul"), model, h, mark });
  const references = branchOf(root.querySelector("#references > ul"), model);
  const sorted = { claims: "listed", references: "listed" };

  /** Puts causes and claims in an order. */
  const sort = (wanted) => {
    if (wanted === sorted.claims) return;
    for (const { list, narrower, claims, items } of branches) {
      const things = [...orderedClaims(claims, wanted), ...orderedCauses(narrower, wanted)];
      list.append(...things.map(({ id }) => items.get(id)));
    }
    sorted.claims = wanted;
  };

  /** Puts references in an order. */
  const order = (wanted) => {
    if (wanted === sorted.references) return;
    references.list.append(...orderedReferences(model, wanted).map(({ id }) => references.items.get(id)));
    sorted.references = wanted;
  };

  /** Opens or closes a cause. */
  const open = (item, wanted) => {
    if (wanted) opened.add(item.dataset.id);
    else opened.delete(item.dataset.id);
    paintOpen(item, wanted);
  };

  root.addEventListener("click", (event) => {
    const row = event.target.closest("button[data-select]");
    if (!row) return;
    const item = row.closest("li");
    if (item.matches(".cause")) open(item, !(isOpen(item) && row.getAttribute("aria-current") === "true"));
    choose(row.dataset.select);
  });
  root.addEventListener("keydown", (event) => {
    const row = event.target.closest("button[data-select]");
    if (row && steer(event, row, all("button[data-select]"), open)) event.preventDefault();
  });

  return {
    /** Shows what the state asks for; gives back how much of each list is left. */
    show(state) {
      const matches = matching(model, state);
      sort(state.sort);
      order(state.order);
      for (const item of causes) {
        item.hidden = !matches.causes.has(item.dataset.id);
        const named = item.dataset.id === state.select || holds(item, state.select);
        paintOpen(item, opened.has(item.dataset.id) || matches.active || named);
      }
      for (const item of all("li.claim")) item.hidden = matches.active && !matches.claims.has(item.dataset.id);
      for (const item of all("li.reference")) item.hidden = !matches.references.has(item.dataset.id);
      for (const row of rows) setCurrent(row, row.dataset.select === state.select && state.select !== "");
      return { matches, findings: findings.show(state) };
    },
    /** Opens or closes all causes. */
    openAll(wanted) {
      for (const item of causes) open(item, wanted);
    },
    /** The row of an id that can be seen, or null. */
    rowOf: (id) => rows.find((row) => row.dataset.select === id && row.checkVisibility()) ?? null,
  };
}

/** A list in the tree with the claims and narrower causes that stand directly in it, and their items by id. */
function branchOf(list, { byId }) {
  const items = new Map([...list.children].filter((item) => item.dataset.id).map((item) => [item.dataset.id, item]));
  const within = (kind) => [...items.keys()].filter((id) => kindOf(id) === kind).map((id) => byId.get(id));
  return { list, claims: within("claim"), narrower: within("cause"), items };
}

/** Whether a cause's item holds the row of an id. */
function holds(item, id) {
  return id !== "" && [...item.querySelectorAll("[data-id]")].some((each) => each.dataset.id === id);
}

/** Whether a cause's claims are shown. */
function isOpen(item) {
  return !item.classList.contains("closed");
}

/** Shows or hides a cause's claims; the print style shows them in any case. */
function paintOpen(item, wanted) {
  item.classList.toggle("closed", !wanted);
  item.querySelector("button").setAttribute("aria-expanded", String(wanted));
}

/** Marks a row as the one looked at. */
function setCurrent(row, wanted) {
  if (wanted) row.setAttribute("aria-current", "true");
  else row.removeAttribute("aria-current");
}

/** Moves along the rows with the arrow keys; true where the key was one of them. */
function steer(event, row, rows, open) {
  const visible = rows.filter((each) => each.checkVisibility());
  const at = visible.indexOf(row);
  const item = row.closest("li");
  if (event.key in UP_AND_DOWN) visible[at + UP_AND_DOWN[event.key]]?.focus();
  else if (event.key === "Home") visible[0].focus();
  else if (event.key === "End") visible.at(-1).focus();
  else if (event.key === "ArrowRight" && item.matches(".cause.closed")) open(item, true);
  else if (event.key === "ArrowLeft" && item.matches(".cause:not(.closed)")) open(item, false);
  else if (event.key === "ArrowLeft") item.parentElement.closest("li.cause")?.querySelector("button").focus();
  else return false;
  return true;
}
