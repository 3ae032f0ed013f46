/** What the page's modules hand to each other, beside the data themselves (`data.d.ts`). */

import type {
  CauseData, CitationData, ClaimData, FindingData, MapEdge, MapKinds, MapNode, ReferenceData, RuleData, Severity, ShownData, Stance, State,
} from "./data.js";
import type { SvgContext } from "./svg.js";

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
  per: "causes" | "claims";
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
  findings: Tally;
}

/** How many findings are faults of their own, and how many follow from another. */
export interface Tally {
  own: number;
  following: number;
}

/** A map that is only asked for what it has. */
export interface Known<K, V> extends Omit<Map<K, V>, "get"> {
  get(key: K): V;
}

/** Finds things and their numbers by ids that it `has`. What kind of thing an id names stands in it, which no type can say. */
export interface Finder {
  has(id: string): boolean;
  get(id: string): any;
  numberOf(id: string): number;
}

/** The citations of a reference, by its id. */
export interface CitationFinder {
  get(id: string): Citing[] | undefined;
}

/** What claims name and cite, as lists of numbers, and the same turned round; see `model.js`. */
export interface Links {
  named: Ragged;
  within: Ragged;
  about: Ragged;
  inside: Ragged;
  cited: Cited;
  sourcing: Ragged;
  refuting: Ragged;
  falling: Ragged;
  lifted: Ragged;
}

/** The references that claims cite, beside each the number of its stance. */
export interface Cited extends Ragged {
  stance: Uint8Array;
}

/** A byte for each cause, claim and reference: whether it has what is looked for. */
export type Marks = Record<"causes" | "claims" | "references", Uint8Array>;

/** The evidence, indexed; see `model.js`. */
export interface Model {
  data: ShownData & { citing?(reference: number): Citing[] };
  byId: Finder;
  ruleByCode: Map<string, RuleData>;
  findingsOf: Map<string, Finding[]>;
  findingsByConcern: Map<string, number[]>;
  /** The numbers of the findings that follow from another, by its number. */
  followers: Map<number, number[]>;
  citing: CitationFinder;
  links: Links;
  indexes: Record<"causes" | "claims" | "references" | "findings", Index>;
  everything: Matches;
  last: { asked: string | null; left: Matches | null };
  lastWords: Map<string, Marks>;
}

/** What an element holds: another, a text, or nothing. */
export type Child = Node | string | false | null | undefined;

/** Makes an element. What an attribute may be depends on its name. */
export type Make = <K extends keyof HTMLElementTagNameMap>(name: K, attributes?: Record<string, any>, ...children: (Child | Child[])[]) => HTMLElementTagNameMap[K];

/** Makes an element of SVG. */
export type MakeSvg = (name: string, attributes?: Record<string, string | number>, ...children: (string | Node)[]) => SVGElement;

/** Makes the elements of a view beside the map. */
export type Show = (asked: Asked, matches: Matches) => Child[];

/** Makes a mark that the template has. */
export type Mark = (name: string) => SVGElement;

/** What makes the elements of rows. */
export interface Kit {
  h: Make;
  mark: Mark;
}

/** What makes the figures; see `figures.js`. */
export interface FigureKit extends Kit {
  model: Model;
  s: MakeSvg;
  choose(id: string): void;
}

/** What the panel is made with; see `panel.js`. */
export interface PanelParts extends Kit {
  choose(id: string): void;
  copy(promised: Promise<string>, button: HTMLElement): Promise<void>;
  showFindings(id: string): void;
  original(place: string): Promise<string>;
}

/** The same with what it shows. */
export interface PanelKit extends PanelParts {
  model: Model;
}

/** A rule with the numbers of its findings, or a cause with such rules; see `findings.js`. */
export interface Group {
  id: string;
  kind: "rule" | "group";
  name: string;
  severity: Severity;
  rule?: RuleData;
  words?: string;
  /** How many of how many, with an example, where the same is found nearly everywhere. */
  widely?: string;
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
  /** The id of the cause that a claim is listed in, or the number of the finding above one that follows from it. */
  within?: string;
  /** What a finding is about: its id, and what it is called. */
  subject?: string;
  about?: string;
  /** What a finding follows from that is not above it, in words. */
  root?: string;
  /** How many findings of a group are left, or of those that follow from one. */
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
  citation: CitationData;
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

/** From where to where something is. */
export interface Span {
  low: number;
  high: number;
}

/** An estimate as numbers: its point, if it has one, and what its ends are those of; nothing for a range alone. */
export interface Estimate extends Span {
  point: number | null;
  interval: string;
}

/** An axis with the numbers that stand at it; whether it is a logarithmic one, and where on it there is no effect. */
export interface Axis extends Span {
  ticks: number[];
  log: boolean;
  noEffect: number | null;
}

/** What a reference gives, and whether that is of the claim's measure and unit. */
export interface Said {
  label: string;
  estimate: Estimate;
  alike: boolean;
  words: string;
}

/** A claim's figures, and what its axis is called. */
export interface FigureRow {
  claim: Claim;
  number: number;
  estimate: Estimate | null;
  against: Estimate | null;
  said: Said[];
  name: string;
}

/** Figures on one axis. */
export interface FigureGroup {
  name: string;
  rows: FigureRow[];
  axis: Axis;
}

/** What tells apart the columns of a matrix. */
export type Measure = "stance" | "design" | "year";

/** What a claim counts under: a word, or a year. */
export type Value = string | number;

/** A column of a matrix. */
export interface Column {
  value: string;
  label: string;
  has(value: Value): boolean;
}

/** How many claims are counted; see `matrixOf`. */
export interface Counted {
  about: number;
  involving: number;
  cells: number[];
}

/** A row of a matrix, whose cause may be all of them. */
export interface MatrixRow extends Counted {
  cause: Pick<Cause, "id" | "name" | "label" | "depth">;
}

/** The years of the sources of a claim or cause; see `agesOf`. */
export interface Age {
  item: Claim | Cause;
  years: number[];
  names: Known<number, string[]>;
  newest: number | null;
  undated: number;
}

/** How a reference is used; see `usesOf`. */
export interface Use {
  reference: Reference;
  stances: number[];
  uses: number;
  claims: number;
  causes: number;
  lifted: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** As much of vis-network as the map uses. */
export interface Network {
  on(name: "dragEnd" | "zoom", call: () => void): void;
  on(name: "click", call: (event: { pointer: { canvas: Point } }) => void): void;
  on(name: "beforeDrawing", call: (ctx: CanvasRenderingContext2D) => void): void;
  moveTo(where: { scale?: number; position?: Point }): void;
  getScale(): number;
  getViewPosition(): Point;
  setSize(width: string, height: string): void;
  DOMtoCanvas(point: Point): Point;
  redraw(): void;
}

/** What draws the map: a canvas, or what writes the same as SVG. */
export type Ink = CanvasRenderingContext2D | SvgContext;

/** What the map is made of; see `map.js`. */
export interface MapParts {
  vis: { Network: new (container: HTMLElement, data: { nodes: []; edges: [] }, options: object) => Network };
  container: HTMLElement;
  model: Model;
  theme(): Theme;
  choose(id: string): void;
  hint(id: string): void;
  clipped(is: boolean): void;
}

/** A box of the map before it has a place; see `layout.js`. */
export interface Box {
  id: string;
  width: number;
  height: number;
}

/** A cause in the overview: a row with its name in lines. */
export interface CauseRow extends Box {
  group: "cause";
  row: string[];
}

/** A reference in the overview. */
export type ReferenceRow = Box & MapNode;

/** A cause, claim or reference in a neighbourhood: its text in lines, of which so many are its head. */
export interface Labelled extends Box {
  group: Kind;
  label: string;
  head: number;
}

/** What is drawn in a box of a view, which knows by its group what it is. */
export type MapBox = CauseRow | ReferenceRow | Labelled;

/** A box with its place, its middle. */
export interface Placed extends Point {
  node: MapBox;
}

/** How a line came to be. */
export type Relation = Stance | "about" | "involves" | "part_of" | "rests_on";

/** A line of a view, and in the overview for how many claims it stands. */
export interface Edge {
  from: string;
  to: string;
  relation: Relation;
  claims?: number;
}

/** What there is to see of the evidence; see `overview.js` and `unfold.js`. */
export interface Overview {
  placed: Known<string, Placed>;
  edges: MapEdge[];
  of: MapKinds;
  quiet: boolean;
}
export interface Neighbourhood {
  placed: Known<string, Placed>;
  edges: Edge[];
  of: number;
}

/** One of these with its name and what of it is not drawn. */
export interface View {
  name: string;
  sort: string;
  overview: boolean;
  placed: Known<string, Placed>;
  edges: Edge[];
  quiet?: boolean;
  note: string;
}

/** Where a box is in the map. */
export interface Area {
  left: number;
  right: number;
  top: number;
  middle: number;
  width: number;
  height: number;
}

/** As much of it as says what is around it. */
export type Edged = Pick<Area, "left" | "right" | "top" | "height">;

/** A rectangle that is painted. */
export type Rectangle = Pick<Area, "left" | "top" | "width" | "height">;

/** Where a word stands beside a claim, and its line, if it has one. */
export interface Port extends Point {
  id: string;
  edge: Edge | null;
  state: State;
}

/** What the map shows, and what stands out in it; see `EvidenceMap`. */
export interface Scene {
  model: Model;
  /** How many claims the largest cause has. */
  most: number;
  view: View | null;
  boxes: Known<string, Area>;
  ports: Port[];
  selected: string;
  hover: string;
  focused: string;
  matches: Matches | null;
  lines: Edge[];
  around: Set<string> | null;
}

/** A scene that has a view. */
export type ShownScene = Scene & { view: View };

/** How a node looks. */
export interface Look {
  selected: boolean;
  hover: boolean;
  faded: boolean;
}

/** What paints a node. */
export interface Painted<N extends MapBox, T extends Thing> {
  box: Area;
  node: N;
  item: T;
  most: number;
  look: Look;
  /** How a reference is used that sources nothing. */
  use: string;
}

/** What knows how wide a text is. */
export interface Measures {
  measureText(text: string): { width: number };
}

/** How a state is filled: names of the theme's colours. */
export interface Fill {
  ground: string;
  lines?: string;
  crossed?: boolean;
  edge?: string;
}

/** A word beside a box, which says a relation or state; with a `ground` it stands on a line. */
export interface Word extends Point {
  word: string;
  relation: string;
  align?: CanvasTextAlign;
  ground?: string | null;
}

/** The word at a claim that involves a cause. */
export interface Involved extends Point {
  claim: string;
  faded: boolean;
}

/** A line between two points; see `paintLine`. */
export interface Line {
  from: Point;
  to: Point;
  relation: Relation | State;
  level?: number;
  strong?: boolean;
  width?: number;
  arrow?: boolean;
}

/** What the camera is to show: bounds, the least scale at which they can be read, and where the chosen box is. */
export interface Target {
  bounds: Bounds;
  least: number;
  focus: Point | null;
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
