/** What the page shows; written by `python -m graph.page.typescript`, from graph.page.contract. */

export type Basis = "cited" | "inferred";
export type Severity = "error" | "warning" | "info";
export type Stance = "supports" | "disputes" | "qualifies" | "mentions";
export type State = "supported" | "qualified" | "contested" | "refuted" | "mentioned" | "unsourced";

/** A point, an interval or both, as they are written; `interval` says what it is, but for a range alone. */
export interface EstimateData {
  value?: string;
  low?: string;
  high?: string;
  interval?: string;
}

/** The figures of a claim, without those that are missing; `no_effect` is where two groups do not differ. */
export interface QuantityData {
  measure?: string;
  unit?: string;
  population?: string;
  comparator?: string;
  estimate?: EstimateData;
  comparator_estimate?: EstimateData;
  no_effect?: string;
}

/** What a reference itself states about a claim, and who looked when, without what is not known. */
export interface SourceData {
  quote?: string;
  figures?: string;
  quantity?: QuantityData;
  design?: string;
  checked?: string;
}

/** A citation; `label` is what its reference is called, its key where the bibliography lacks it. */
export interface CitationData {
  reference: string;
  label: string;
  known: boolean;
  stance: Stance;
  basis: Basis;
  locator: string;
  source: SourceData;
}

/** A reference that might carry a claim, going by the words that both have; it is no citation. */
export interface CandidateData {
  reference: string;
  words: string[];
}

/** A claim with its citations, and its figures in words; `extra` has the cells of further columns by their names. */
export interface ClaimData {
  id: string;
  key: string;
  text: string;
  cause: string;
  involves: string[];
  state: State;
  kind: string;
  section: string;
  paragraph: string;
  figures: string;
  population: string;
  quantity: QuantityData;
  quote: string;
  note: string;
  reviewed: string;
  place: string;
  extra: string[][];
  candidates: CandidateData[];
  citations: CitationData[];
}

/** The numbers of `graph.support.Coverage`, and what it says in words. */
export interface CoverageData {
  claims: number;
  sourced: number;
  supported: number;
  qualified: number;
  contested: number;
  refuted: number;
  mentioned: number;
  unsourced: number;
  involving: number;
  involving_sourced: number;
  references: number;
  independent: number;
  words: string;
}

/** A cause and its coverage. */
export interface CauseData {
  claims: number;
  sourced: number;
  supported: number;
  qualified: number;
  contested: number;
  refuted: number;
  mentioned: number;
  unsourced: number;
  involving: number;
  involving_sourced: number;
  references: number;
  independent: number;
  words: string;
  id: string;
  name: string;
  label: string;
  wider: string;
  depth: number;
}

/** A part of the bar of all claims: the state it looks like, where it begins and how wide it is, in per cent. */
export interface BarPart {
  state: State;
  at: number;
  width: number;
}

/** A reference as a citation in words; `links` can be followed, `identifier` has what cannot. `bibtex` is the entry to copy, where its file is not BibTeX. */
export interface ReferenceData {
  id: string;
  key: string;
  label: string;
  title: string;
  year: string;
  authors: string;
  citation: string;
  links: string[][];
  identifier: string[][];
  group: string;
  design: string;
  use: string;
  place: string;
  bibtex: string;
}

/** A finding; `subject` is the id of what it is about, or empty; so is `column`, the cell that is meant. `follows` has the number of the finding that it follows from, if there is one: it is no fault of its own. */
export interface FindingData {
  code: string;
  rule: string;
  severity: Severity;
  place: string;
  subject: string;
  message: string;
  column: string;
  fingerprint: string;
  follows: number[];
}

/** What `findings.json` tells beside the findings that are shown; those that are `hidden` are among them there. */
export interface AuditData {
  summary: Record<string, unknown>;
  hidden: Record<string, unknown>[];
  suppressed: Record<string, unknown>[];
  checks: string[];
  not_run: Record<string, string>[];
}

/** What a rule is called, and why it is one. */
export interface RuleData {
  code: string;
  name: string;
  severity: Severity;
  title: string;
  why: string;
}

/** A rule that was run, with the numbers of its findings. `widespread` has, by severity, in how many of all that it looks at it finds something, where that is most of it. */
export interface RunRule {
  code: string;
  name: string;
  severity: Severity;
  title: string;
  why: string;
  findings: number[];
  widespread: Record<string, string>;
}

/** A rule that was not run, and why. */
export interface RuleNotRun {
  code: string;
  name: string;
  severity: Severity;
  title: string;
  why: string;
  reason: string;
}

/** A file that the page was made from, as base64 of gzip; `file` is how places name it. `form` is how what was read from it is written in it. */
export interface OriginalData {
  id: string;
  role: string;
  file: string;
  name: string;
  type: string;
  form: "entries" | "records" | "rows" | "lines" | "";
  gzip: string;
}

/** Everything that the page shows, in stable order; ids are those of the network. `too_many` says why there are no candidates of claims, where none were looked for. */
export interface PageData {
  summary: string;
  basis: string;
  too_many: string;
  all: CoverageData;
  legend: string[];
  bar: BarPart[];
  causes: CauseData[];
  claims: ClaimData[];
  references: ReferenceData[];
  checks: string;
  suppressed: number;
  findings: FindingData[];
  audit: AuditData;
  rules: RunRule[];
  originals: OriginalData[];
  not_run: RuleNotRun[];
}

/** A cause or reference of the overview; `causes` is how many causes name claims that a reference sources. */
export interface MapNode {
  id: string;
  group: "cause" | "reference";
  causes?: number;
}

/** A line of the overview, and for how many claims it stands. */
export interface MapEdge {
  from: string;
  to: string;
  relation: "rests_on";
  claims: number;
}

/** How many causes and references there are. */
export interface MapKinds {
  cause: number;
  reference: number;
}

/** The overview in an order: numbers of `nodes` and `edges`, and how many nodes there would be if all were drawn. */
export interface MapView {
  nodes: number[];
  edges: number[];
  of: MapKinds;
}

/** Nodes, edges and options as vis-network takes them, and the overview by how it is sorted. */
export interface MapData {
  nodes: MapNode[];
  edges: MapEdge[];
  options: Record<string, unknown>;
  views: Record<string, MapView>;
}

/** What the page is given: its data, the map, and whether there is so much that lists are drawn in parts. */
export interface ShownData {
  summary: string;
  basis: string;
  too_many: string;
  all: CoverageData;
  legend: string[];
  bar: BarPart[];
  causes: CauseData[];
  claims: ClaimData[];
  references: ReferenceData[];
  checks: string;
  suppressed: number;
  findings: FindingData[];
  audit: AuditData;
  rules: RunRule[];
  originals: OriginalData[];
  not_run: RuleNotRun[];
  map: MapData;
  long: boolean;
}
