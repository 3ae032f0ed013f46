/** What the page's modules hand to each other, beside the data themselves (`data.d.ts`). */

import type { CauseData, ClaimData, FindingData, ReferenceData, RuleData, Severity, ShownData } from "./data.js";

/** A row of a table has its number (see `columns.js`). */
export type Cause = CauseData & { number?: number };
export type Claim = ClaimData & { number?: number };
export type Reference = ReferenceData & { number?: number };
export type Finding = FindingData & { number?: number };
export type Thing = Cause | Claim | Reference;

/** What kind of thing an id names. */
export type Kind = "cause" | "claim" | "reference";

/** Where the reader is; see `state.js`. */
export interface Asked {
  select: string;
  focus: string;
  filter: string;
  q: string;
  tab: "claims" | "references" | "findings";
  view: string;
  sort: string;
  severity: string;
  group: "rule" | "cause";
  stage: string;
  by: string;
  within: string;
  value: string;
  per: string;
  order: string;
}

/** The reader, and how they go elsewhere; see `reader.js`. */
export interface Reader {
  state: Asked;
  go(changes: Partial<Asked>): void;
  choose(id: string, view: string, focus?: string): void;
  selected(): string;
  home(): string;
  focused(): string;
  viewed(): string;
}

/** Ids of one kind, as a set; `holds` asks for a thing itself, `marks` has a byte for each. */
export interface Ids extends Iterable<string> {
  marks: Uint8Array;
  size: number;
  has(id: string): boolean;
  holds(item: { id: string; number?: number }): boolean;
}

/** What a search and a filter leave. */
export interface Matches {
  claims: Ids;
  references: Ids;
  causes: Ids;
  active: boolean;
}

/** What is left of each list. */
export interface Left {
  matches: Matches;
  findings: number;
}

/** The evidence, indexed; see `model.js`. */
export interface Model {
  data: ShownData;
  byId: { has(id: string): boolean; get(id: string): any; numberOf(id: string): number };
  ruleByCode: Map<string, RuleData>;
  findingsOf: Map<string, Finding[]>;
  findingsByConcern: Map<string, number[]>;
  citing: { get(id: string): Citing[] | undefined };
  links: any;
  indexes: Record<"causes" | "claims" | "references" | "findings", Index>;
  everything: Matches;
  last: { asked: string | null; left: Matches | null };
  lastWords: Map<string, any>;
}

/** Makes an element; a child is an element, a text, or nothing. */
export type Make = <K extends keyof HTMLElementTagNameMap>(name: K, attributes?: Record<string, any>, ...children: any[]) => HTMLElementTagNameMap[K];

/** Makes a mark that the template has. */
export type Mark = (name: string) => SVGElement;

/** What makes the elements of rows. */
export interface Kit {
  h: Make;
  mark: Mark;
}

/** A rule with the numbers of its findings, or a cause with such rules; see `findings.js`. */
export interface Group {
  id: string;
  kind: "rule" | "group";
  name: string;
  severity: Severity;
  rule?: RuleData;
  words?: string;
  numbers?: number[];
  parts?: Group[];
}

/** A row of a list; see `rows.js`. */
export interface Row {
  kind: "cause" | "claim" | "reference" | "group" | "rule" | "why" | "reason" | "finding" | "more";
  id: string;
  item: any;
  level: number;
  position: number;
  size: number;
  /** Whether what is inside it is shown; undefined where there is nothing. */
  open?: boolean;
  /** The id of the cause that a claim is listed in. */
  within?: string;
  /** What a finding is about: its id, and what it is called. */
  subject?: string;
  about?: string;
  /** How many of a group's findings are left. */
  left?: number;
}

/** Which rows of a tree are drawn, and where; see `placing.js`. */
export interface Placing {
  look: string;
  measure(rows: Row[], tree: HTMLElement): void;
  wanted(tree: HTMLElement): number[];
  linesOf(row: Row): number;
  place(element: HTMLElement, number: number): void;
  watch(tree: HTMLElement, calls: { moved(): void; resized(): void }): void;
}

/** What a tree does with its rows; see `tree.js`. */
export interface Deeds {
  selected(): string;
  press(row: Row): void;
  open(row: Row, wanted: boolean): void;
}

/** What a key does in a tree; see `keyboard.js`. */
export type Step = { to?: number; open?: boolean; press?: true } | null;

/** Causes by their wider one, and the claims that name each (`own`, worked out when it is first needed). */
export interface CauseTree {
  narrower: Map<string, Cause[]>;
  own: Map<string, Claim[]>;
}

/** What is open in a list; see `list.js`. */
export interface Folds {
  isOpen(id: string, all: boolean): boolean;
  set(ids: string[], wanted: boolean): void;
  ask(): void;
  size(): number;
}

/** A citation of a reference, with its claim. */
export interface Citing {
  claim: Claim;
  citation: ClaimData["citations"][number];
}

/** Lists of numbers, end to end; see `ragged.js`. */
export interface Ragged {
  from: Int32Array;
  at: Int32Array;
}

/** Texts in which words are found; see `search.js`. */
export interface Index {
  prepare(): boolean;
  marks(word: string): Uint8Array;
}

/** Some of these texts as one, and where each begins in it. */
export interface Piece {
  first: number;
  text: string;
  begins: Int32Array;
}

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The colours and the font of the page; see `theme.js`. */
export type Theme = Record<string, string>;

/** What the map is made of; see `map.js`. */
export interface MapParts {
  vis: any;
  container: HTMLElement;
  model: Model;
  theme(): Theme;
  choose(id: string): void;
  hint(id: string): void;
  clipped(is: boolean): void;
}

/** The map; see `map.js`. */
export interface DrawnMap {
  show(what: { name: string; sort: string; selected: string; matches: Matches }): { placed: Map<string, unknown>; note: string };
  draw(ctx: unknown): void;
  bounds(): Bounds;
  next(direction: number): string;
  reveal(id: string): void;
  focus(id: string): void;
  zoom(factor: number): void;
  pan(x: number, y: number): void;
  fit(): void;
  resize(): void;
  redraw(): void;
}

/** A box of the map before it has a place; see `layout.js`. */
export interface Box {
  id: string;
  width: number;
  height: number;
}

/** Where lines of text are painted, and how each looks; see `paint.js`. */
export interface Lines {
  left: number;
  top: number;
  width: number;
  loud?: (index: number) => boolean;
  quiet?: (index: number) => boolean;
  named?: (index: number) => boolean;
}
