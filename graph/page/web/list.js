/** The lists of claims, references and findings: a tree each, which shows what the state asks for. */

import { elements } from "./dom.js";
import { findingGroups, groupOf, tallyOf } from "./findings.js";
import { findingMarks, kindOf, matching, onlyCause } from "./model.js";
import { placeAll, placeNear } from "./placing.js";
import { INNER, chosenBy } from "./row.js";
import { claimRows, findingRows, referenceRows, treeOf } from "./rows.js";
import { INITIAL } from "./state.js";
import { Tree } from "./tree.js";
import { orderedReferences } from "./uses.js";

/** @import { Asked, CauseTree, Folds, Group, Ids, Kit, Left, Matches, Model, Reference, Row } from "./types.js" */

const NAMES = { claims: "Claims by cause", references: "References", findings: "Findings" };

/**
 * What of the state decides which rows there are.
 * @type {(keyof Asked)[]}
 */
const ASKED = ["tab", "q", "filter", "sort", "order", "group", "severity", "within", "value", "by"];

/**
 * What of the state may open something.
 * @type {(keyof Asked)[]}
 */
const MOVING = ["select", "tab", "group"];

/** Of how many findings in a cause all are shown at once, without opening rule by rule. */
const FEW = 50;

/** The lists, in place of those that the template wrote for readers without scripts. */
export class Lists {
  #model;
  #choose;
  /** @type {Record<string, Tree>} */
  #trees;
  #folds;
  /** @type {Partial<Record<string, Group[]>>} */
  #groups = {};
  /** @type {CauseTree | null} */
  #tree = null;
  /** @type {Asked & { only: Ids | null }} */
  #state;
  /** @type {Asked | null} */
  #before = null;
  /** @type {Matches} */
  #matches;
  /** @type {Uint8Array} */
  #marks = new Uint8Array();
  #tally = tallyOf([]);

  /**
   * `root` holds the lists, `h` and `mark` make elements and marks; `choose` is called with the id of what is chosen.
   * @param {{ root: HTMLElement, model: Model, choose: (id: string) => void } & Kit} parts
   */
  constructor({ root, model, h, mark, choose }) {
    this.#model = model;
    this.#choose = choose;
    this.#state = { ...INITIAL, only: null };
    this.#matches = model.everything;
    this.#folds = createFolds(onlyCause(model));
    this.#trees = Object.fromEntries(Object.entries(NAMES).map(([tab, name]) => [tab, new Tree(elements(`#${tab} > ul`, root)[0], {
      name, kit: { h, mark }, placing: model.data.long ? placeNear() : placeAll(), selected: () => this.#state.select,
      press: (row) => this.#press(row), open: (row, wanted) => this.#open(row, wanted),
    })]));
  }

  /**
   * Shows what the state asks for; gives back how much of each list is left.
   * @type {(state: Asked & { only: Ids | null }) => Left}
   */
  show(state) {
    const before = this.#before;
    const same = before !== null && ASKED.every((name) => before[name] === state[name]);
    this.#before = state;
    this.#state = state;
    this.#matches = matching(this.#model, state);
    if (!same) this.#ask();
    const moved = MOVING.some((name) => before?.[name] !== state[name]) && this.#reach();
    if (same && !moved) this.#shown().paint();
    else this.#fill();
    if (before?.select !== state.select || moved) this.#reveal();
    return { matches: this.#matches, findings: this.#tally };
  }

  /** Makes what the first search would wait for. */
  prepare() {
    return this.#causes().own.size;
  }

  /**
   * Opens or closes all causes.
   * @type {(wanted: boolean) => void}
   */
  openAll(wanted) {
    this.#folds.set(this.#model.data.causes.map(({ id }) => id), wanted);
    this.#fill();
  }

  /**
   * The row of an id that can be seen, or null.
   * @type {(id: string) => HTMLElement | null}
   */
  rowOf(id) {
    return this.#shown().reveal(id);
  }

  /** The tree that is shown. */
  #shown() {
    return this.#trees[this.#state.tab];
  }

  /** Something else is asked for. */
  #ask() {
    this.#folds.ask();
    if (this.#state.tab !== "findings") return;
    this.#marks = findingMarks(this.#model, this.#state);
    this.#tally = tallyOf(this.#model.data.findings.filter((_, number) => this.#marks[number]));
  }

  /** Fills the tree that is shown with the rows that are left. */
  #fill() {
    const rows = { claims: () => this.#claims(), references: () => this.#references(), findings: () => this.#findings() };
    this.#shown().fill(rows[this.#state.tab]());
  }

  /** The tree of causes, which is made once. */
  #causes() {
    this.#tree ??= treeOf(this.#model);
    return this.#tree;
  }

  #claims() {
    return claimRows(this.#causes(), this.#matches, (id) => this.#folds.isOpen(id, this.#matches.active), this.#state.sort);
  }

  #references() {
    return referenceRows(orderedReferences(this.#model, this.#state.order), this.#matches);
  }

  #findings() {
    return findingRows(this.#grouped(), this.#model, this.#marks, (id) => this.#folds.isOpen(id, false));
  }

  /** The groups of findings, which are made once. */
  #grouped() {
    const { group } = this.#state;
    return (this.#groups[group] ??= findingGroups(this.#model, group));
  }

  /**
   * Opens or closes a row.
   * @type {(row: Row, wanted: boolean) => void}
   */
  #open(row, wanted) {
    this.#folds.set([row.id, ...(wanted ? fewParts(row.item) : [])], wanted);
    this.#fill();
  }

  /**
   * Opens a row, or closes it where it is the chosen one or stands for nothing to choose; chooses what it stands for.
   * @type {(row: Row) => void}
   */
  #press(row) {
    const wanted = INNER.includes(row.kind) ? !row.open : !(row.open && chosenBy(row) === this.#state.select);
    if (row.open !== undefined && row.open !== wanted) this.#open(row, wanted);
    if (chosenBy(row)) this.#choose(chosenBy(row));
  }

  /** Opens what the chosen thing is in: its cause and those around it, or its group of findings; whether that changed anything. */
  #reach() {
    const before = this.#folds.size();
    const named = groupOf(this.#model, this.#state);
    const group = named && this.#grouped().find(({ id }) => id === named);
    if (group) this.#folds.set([group.id, ...fewParts(group)], true);
    if (this.#state.tab === "claims") this.#folds.set(around(this.#model, this.#state.select), true);
    return this.#folds.size() > before;
  }

  /** Moves to the group of findings about what is chosen, so that one sees what is in it, or else to what is chosen. */
  #reveal() {
    const group = groupOf(this.#model, this.#state);
    if (group) this.#shown().reveal(group, "start");
    else this.#shown().reveal(this.#state.select);
  }
}

/**
 * Knows what is open: what the reader has opened and, where all is open because something is looked for, what was not
 * closed since that was asked for. `open` has the ids of what is open from the start.
 * @type {(open: string[]) => Folds}
 */
function createFolds(open) {
  const opened = new Set(open);
  const closed = new Set();
  return {
    isOpen: (id, all) => (all ? !closed.has(id) : opened.has(id)),
    set(ids, wanted) {
      for (const id of ids) {
        (wanted ? opened : closed).add(id);
        (wanted ? closed : opened).delete(id);
      }
    },
    /** Something else is looked for. */
    ask: () => closed.clear(),
    size: () => opened.size - closed.size,
  };
}

/**
 * The ids of the rules in a group of findings, if it has few of them.
 * @type {(group: { parts?: Group[] }) => string[]}
 */
function fewParts({ parts = [] }) {
  const findings = parts.reduce((sum, { numbers = [] }) => sum + numbers.length, 0);
  return findings <= FEW ? parts.map(({ id }) => id) : [];
}

/**
 * The ids of a cause, or that of a claim, and of the causes around it.
 * @type {(model: Model, id: string) => string[]}
 */
function around({ byId }, id) {
  const ids = [];
  let cause = byId.get(byId.get(id)?.cause ?? id);
  for (; cause && kindOf(cause.id) === "cause"; cause = byId.get(cause.wider)) ids.push(cause.id);
  return ids;
}
