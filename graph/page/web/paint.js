/** How the map's boxes, rows and lines look. Pure drawing: a canvas context, a thing and a theme in; ink out. */

import { count } from "./model.js";
import { isolated, isolatedWhole } from "./names.js";
import { digits } from "./numbers.js";
import { NOTICES, PARTS, coverageLines } from "./states.js";

/** @import { Area, Cause, CauseRow, Claim, Fill, Ink, Labelled, Line, Lines, Look, Measures, Painted, Point, Rectangle, Reference, ReferenceRow, Relation, Theme, Word } from "./types.js" */
/** @import { State } from "./data.js" */

export const LINE_HEIGHT = 18;
const TEXT_SIZE = 13;
const SMALL_SIZE = 11.5;
export const NOTE_HEIGHT = 15;
const WORD_HEIGHT = 16;
export const INDENT = 14;
/** Where things stand in a cause's row of the overview: its name, from the left, and what follows. */
export const ROW = { name: 208, bar: 214, words: 308, counts: 462, width: 492 };
const BAR = { width: 86, height: 11 };
const RING = 7.5;

/**
 * The dashes of a line, by relation; a line's meaning stands beside it as a word, too.
 * @type {Partial<Record<string, number[]>>}
 */
const DASHES = { supports: [], disputes: [8, 5], qualifies: [10, 3, 2, 3], mentions: [1.5, 4], involves: [2, 2], about: [], part_of: [], rests_on: [] };

/**
 * The colour of a relation or of a claim's state, by the theme's names.
 * @type {Record<string, string>}
 */
const COLOURS = {
  supports: "sourced", qualifies: "sourced", disputes: "contested", mentions: "muted", about: "rule", involves: "muted", part_of: "rule",
  supported: "sourced", qualified: "sourced", mentioned: "unsourced",
};

/**
 * How a state is filled, by the theme's names: a ground, lines across it, and an edge where the ground is pale.
 * @type {Record<State, Fill>}
 */
const FILLS = {
  supported: { ground: "sourced" },
  qualified: { ground: "sourcedSoft", lines: "sourced", edge: "sourced" },
  contested: { ground: "contested", lines: "paper" },
  refuted: { ground: "refuted", lines: "paper", crossed: true },
  mentioned: { ground: "unsourcedSoft", edge: "unsourced" },
  unsourced: { ground: "unsourcedSoft", lines: "unsourced", edge: "unsourced" },
};

/**
 * The colour of a relation or state.
 * @type {(theme: Theme, name: string) => string}
 */
export function colourOf(theme, name) {
  return theme[COLOURS[name] ?? name] ?? theme.muted;
}

/**
 * Set the letter: size, weight and colour.
 * @type {(ctx: Ink, theme: Theme, colour: string, look?: { size?: number, weight?: number, align?: CanvasTextAlign }) => void}
 */
function letter(ctx, theme, colour, { size = TEXT_SIZE, weight = 400, align = "left" } = {}) {
  ctx.font = `${weight} ${size}px ${theme.font}`;
  ctx.fillStyle = colour;
  ctx.textAlign = align;
  ctx.textBaseline = "middle";
}

/**
 * Text that ends in … where it is wider than the room it has.
 * @type {(ctx: Measures, text: string, width: number) => string}
 */
export function clip(ctx, text, width) {
  if (ctx.measureText(text).width <= width) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ctx.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).trimEnd()}…`;
}

/**
 * A reference's name, cut so that it fits a width; its year stays, as that tells apart what one group wrote.
 * @type {(ctx: Measures, reference: Pick<Reference, "label" | "year">, width: number) => string}
 */
export function clipName(ctx, { label, year }, width) {
  if (!year || !label.endsWith(` ${year}`) || ctx.measureText(label).width <= width) return clip(ctx, label, width);
  const rest = ` ${year}`;
  return `${clip(ctx, label.slice(0, -rest.length), width - ctx.measureText(rest).width)}${rest}`;
}

/**
 * A rectangle's path with round corners.
 * @type {(ctx: Ink, box: Rectangle, radius?: number) => void}
 */
function roundPath(ctx, { left, top, width, height }, radius = 4) {
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, radius);
}

/**
 * Fill a rectangle with slanting lines, which rise or, the other way, fall.
 * @type {(ctx: Ink, box: Rectangle, colour: string, falling?: boolean) => void}
 */
function hatch(ctx, { left, top, width, height }, colour, falling = false) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.4;
  ctx.beginPath();
  for (let x = left - height; x < left + width; x += 5) {
    ctx.moveTo(x, falling ? top : top + height);
    ctx.lineTo(x + height, falling ? top + height : top);
  }
  ctx.stroke();
  ctx.restore();
}

/**
 * A bar of the claims about a cause: sourced filled, contested hatched in white, refuted crossed, without source hatched.
 * @type {(ctx: Ink, theme: Theme, cause: Cause, box: Rectangle) => void}
 */
export function paintBar(ctx, theme, cause, { left, top, width, height }) {
  const total = cause.claims;
  if (total === 0) return;
  let x = left;
  for (const { look, states } of PARTS) {
    const number = states.reduce((sum, state) => sum + cause[state], 0);
    const part = { left: x, top, width: (width * number) / total, height };
    paintPart(ctx, theme, look, part);
    x += part.width;
  }
  ctx.strokeStyle = theme.paper;
  ctx.lineWidth = 1;
  ctx.beginPath();
  const step = width / total;
  for (let cut = 1; cut < total && step >= 4; cut += 1) {
    ctx.moveTo(left + cut * step, top - 1);
    ctx.lineTo(left + cut * step, top + height + 1);
  }
  ctx.stroke();
}

/**
 * A rectangle that looks like a state: a part of a bar, or a stripe.
 * @type {(ctx: Ink, theme: Theme, state: State, part: Rectangle) => void}
 */
function paintPart(ctx, theme, state, part) {
  if (part.width <= 0) return;
  const { ground, lines, crossed, edge } = FILLS[state];
  ctx.fillStyle = theme[ground];
  ctx.fillRect(part.left, part.top, part.width, part.height);
  if (lines) hatch(ctx, part, theme[lines]);
  if (lines && crossed) hatch(ctx, part, theme[lines], true);
  if (!edge) return;
  ctx.strokeStyle = theme[edge];
  ctx.lineWidth = 1;
  ctx.strokeRect(part.left + 0.5, part.top + 0.5, part.width - 1, part.height - 1);
}

/**
 * Letters a cause's coverage in lines around a height; loud where it rests on nothing.
 * @type {(ctx: Ink, theme: Theme, cause: Cause, at: Point & { width: number }) => void}
 */
function paintCoverage(ctx, theme, cause, { x, y, width }) {
  const loud = cause.references === 0;
  letter(ctx, theme, loud ? theme.unsourced : theme.muted, { size: SMALL_SIZE, weight: loud ? 600 : 400 });
  const lines = coverageLines(cause);
  lines.forEach((line, index) => ctx.fillText(line, x, y + (index - (lines.length - 1) / 2) * NOTE_HEIGHT, width));
}

/**
 * A cause's row in the overview: name, bar, words, how many references it rests on.
 * @type {(ctx: Ink, theme: Theme, row: Painted<CauseRow, Cause>) => void}
 */
export function paintRow(ctx, theme, { box, node, item, most, look }) {
  paintGround(ctx, theme, box, look);
  const indent = item.depth * INDENT;
  letter(ctx, theme, theme.ink, { size: TEXT_SIZE + 0.5, weight: item.depth ? 400 : 500 });
  node.row.forEach((line, index) => ctx.fillText(isolatedWhole(line), box.left + 6 + indent,
    box.middle + (index - (node.row.length - 1) / 2) * (LINE_HEIGHT - 2), ROW.bar - 14 - indent));
  const width = Math.max(6, (BAR.width * item.claims) / most);
  paintBar(ctx, theme, item, { left: box.left + ROW.bar, top: box.middle - BAR.height / 2, width, height: BAR.height });
  paintCoverage(ctx, theme, item, { x: box.left + ROW.words, y: box.middle, width: ROW.counts - ROW.words - 24 });
  paintRestsOn(ctx, theme, item.references, { x: box.left + ROW.counts, y: box.middle });
}

/**
 * The number of references that a cause rests on; one alone stands in a ring.
 * @type {(ctx: Ink, theme: Theme, references: number, at: Point) => void}
 */
function paintRestsOn(ctx, theme, references, { x, y }) {
  if (references === 0) return;
  const alone = references === 1;
  letter(ctx, theme, alone ? theme.unsourced : theme.muted, { size: SMALL_SIZE, weight: alone ? 700 : 400, align: "center" });
  ctx.fillText(digits(references), x, y);
  if (!alone) return;
  ctx.strokeStyle = theme.unsourced;
  ctx.lineWidth = 1.2;
  roundPath(ctx, { left: x - RING, top: y - RING, width: 2 * RING, height: 2 * RING }, RING);
  ctx.stroke();
}

/**
 * The ground of a row that is chosen or pointed at.
 * @type {(ctx: Ink, theme: Theme, box: Area, look: Look) => void}
 */
function paintGround(ctx, theme, box, look) {
  if (!look.selected && !look.hover) return;
  roundPath(ctx, box);
  ctx.fillStyle = theme.hover;
  ctx.fill();
}

/**
 * A reference's row in the overview: where lines end, name, how many causes rest on it or how it is used, title.
 * @type {(ctx: Ink, theme: Theme, row: Painted<ReferenceRow, Reference>) => void}
 */
export function paintReferenceRow(ctx, theme, { box, node, item, use, look }) {
  paintGround(ctx, theme, box, look);
  const left = box.left + 10;
  const quiet = () => letter(ctx, theme, theme.muted, { size: SMALL_SIZE, weight: use ? 600 : 400 });
  quiet();
  const { causes = 0 } = node;
  const notes = (use ? [use, use.replace(" only", "")] : [count(causes, "cause"), String(causes)]).map((words) => {
    const note = `  ${words}`;
    return { note, room: box.width - 20 - ctx.measureText(note).width };
  });
  letter(ctx, theme, theme.ink, { weight: 600 });
  const { note, room } = notes.find((each) => ctx.measureText(item.label).width <= each.room) ?? notes[notes.length - 1];
  const name = isolated(clipName(ctx, item, room));
  ctx.fillText(name, left, box.middle - 8);
  const after = left + ctx.measureText(name).width;
  quiet();
  ctx.fillText(note, after, box.middle - 8);
  letter(ctx, theme, theme.muted, { size: SMALL_SIZE });
  ctx.fillText(isolatedWhole(clip(ctx, item.title || "no title given", box.width - 14)), left, box.middle + 8);
  paintEdge(ctx, theme, box, use);
}

/**
 * The edge of a reference's row, at which lines begin; broken where none does.
 * @type {(ctx: Ink, theme: Theme, box: Area, use: string) => void}
 */
function paintEdge(ctx, theme, box, use) {
  ctx.strokeStyle = use ? theme.rule : theme.sourced;
  ctx.lineWidth = 2.5;
  ctx.setLineDash(use ? [3, 3] : []);
  ctx.beginPath();
  ctx.moveTo(box.left + 2, box.top + 2);
  ctx.lineTo(box.left + 2, box.top + box.height - 2);
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * The frame of a box in a neighbourhood.
 * @type {(ctx: Ink, theme: Theme, box: Area, frame: { dashed: boolean, colour: string, fill: string, look: Look }) => void}
 */
function paintFrame(ctx, theme, box, { dashed, colour, fill, look }) {
  roundPath(ctx, box);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.setLineDash(dashed ? [5, 4] : []);
  ctx.lineWidth = look.selected ? 2.5 : 1.2;
  ctx.strokeStyle = look.selected ? theme.focus : colour;
  ctx.stroke();
  ctx.setLineDash([]);
  if (look.selected || look.hover) {
    roundPath(ctx, { left: box.left - 4, top: box.top - 4, width: box.width + 8, height: box.height + 8 }, 7);
    ctx.lineWidth = look.selected ? 2 : 1;
    ctx.strokeStyle = look.selected ? theme.focus : theme.muted;
    ctx.stroke();
  }
}

/**
 * Lines of text in a box, from `top`; `loud` says whether the line of a number stands out, `quiet` the reverse, and `named` whether it is a name.
 * @type {(ctx: Ink, theme: Theme, text: string, look: Lines) => void}
 */
function paintLines(ctx, theme, text, { left, top, width, loud = () => false, quiet = () => false, named = () => false }) {
  text.split("\n").forEach((line, index) => {
    letter(ctx, theme, quiet(index) ? theme.muted : theme.ink, { weight: loud(index) ? 600 : 400 });
    ctx.fillText(named(index) ? isolated(line) : isolatedWhole(line), left, top + (index + 0.5) * LINE_HEIGHT, width);
  });
}

/**
 * A cause's box: name, bar, words.
 * @type {(ctx: Ink, theme: Theme, box: Painted<Labelled, Cause>) => void}
 */
export function paintCause(ctx, theme, { box, node, item, look }) {
  const none = item.references === 0;
  paintFrame(ctx, theme, box, { dashed: none, colour: none ? theme.unsourced : theme.rule, fill: theme.panel, look });
  const lines = node.label.split("\n").length;
  /** @type {(index: number) => boolean} */
  const wider = (index) => index < node.head;
  const at = { left: box.left + 9, top: box.top + 6, width: box.width - 18 };
  paintLines(ctx, theme, node.label, { ...at, loud: (index) => !wider(index), quiet: wider });
  const top = box.top + 6 + lines * LINE_HEIGHT;
  paintBar(ctx, theme, item, { left: at.left, top: top + 3, width: at.width, height: 9 });
  paintCoverage(ctx, theme, item, { x: at.left, y: (top + 15 + box.top + box.height - 4) / 2, width: at.width });
}

/**
 * A claim's box: a stripe for its state, and its text.
 * @type {(ctx: Ink, theme: Theme, box: Painted<Labelled, Claim>) => void}
 */
export function paintClaim(ctx, theme, { box, node, item, look }) {
  const bare = item.state in NOTICES;
  paintFrame(ctx, theme, box, { dashed: bare && item.state !== "refuted", colour: bare ? colourOf(theme, item.state) : theme.rule, fill: theme.panel, look });
  const stripe = { left: box.left + 1, top: box.top + 1, width: 6, height: box.height - 2 };
  paintPart(ctx, theme, item.state, stripe);
  const height = node.label.split("\n").length * LINE_HEIGHT;
  paintLines(ctx, theme, node.label, { left: box.left + 15, top: box.middle - height / 2, width: box.width - 22 });
}

/**
 * A reference's box: its name and its title.
 * @type {(ctx: Ink, theme: Theme, box: Painted<Labelled, Reference>) => void}
 */
export function paintReference(ctx, theme, { box, node, use, look }) {
  paintFrame(ctx, theme, box, { dashed: Boolean(use), colour: theme.rule, fill: theme.sourcedSoft, look });
  /** @type {(index: number) => boolean} */
  const name = (index) => index < node.head;
  const at = { left: box.left + 9, top: box.top + 7, width: box.width - 18 };
  paintLines(ctx, theme, node.label, { ...at, loud: name, named: name, quiet: (index) => !name(index) });
}

/**
 * A line between two points that leaves and arrives level, the last `level` units straight, with an arrow head there.
 * @type {(ctx: Ink, theme: Theme, line: Line) => void}
 */
export function paintLine(ctx, theme, { from, to, relation, level = 0, strong = false, width = 1.4, arrow = true }) {
  const near = to.x + (from.x > to.x ? level : -level);
  const bend = (near - from.x) / 2;
  ctx.strokeStyle = strong ? theme.focus : colourOf(theme, relation);
  ctx.lineWidth = strong ? width + 0.8 : width;
  ctx.setLineDash(DASHES[relation] ?? []);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.bezierCurveTo(from.x + bend, from.y, near - bend, to.y, near, to.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
  ctx.setLineDash([]);
  if (!arrow) return;
  const back = from.x > to.x ? 6 : -6;
  ctx.fillStyle = ctx.strokeStyle;
  ctx.beginPath();
  ctx.moveTo(to.x, to.y);
  ctx.lineTo(to.x + back, to.y - 3.5);
  ctx.lineTo(to.x + back, to.y + 3.5);
  ctx.fill();
}

/**
 * How wide a word beside a box is; it is lettered so from then on.
 * @type {(ctx: Ink, theme: Theme, relation: string, word: string, align?: CanvasTextAlign) => number}
 */
export function widthOfWord(ctx, theme, relation, word, align = "left") {
  const loud = relation in NOTICES || relation === "disputes";
  letter(ctx, theme, colourOf(theme, relation), { size: SMALL_SIZE, weight: loud ? 700 : 500, align });
  return ctx.measureText(word).width;
}

/**
 * A word beside a box, and how wide it is; with a `ground` it stands on a line.
 * @type {(ctx: Ink, theme: Theme, word: Word) => number}
 */
export function paintWord(ctx, theme, { x, y, word, relation, align = "left", ground = null }) {
  const width = widthOfWord(ctx, theme, relation, word, align);
  if (ground) {
    const ink = ctx.fillStyle;
    ctx.fillStyle = ground;
    ctx.fillRect((align === "right" ? x - width : x) - 2, y - 7, width + 4, 14);
    ctx.fillStyle = ink;
  }
  ctx.fillText(word, x, y);
  return width;
}

/**
 * The heights at which a claim's words stand beside it, one for each.
 * @type {(middle: number, number: number) => number[]}
 */
export function wordHeights(middle, number) {
  return Array.from({ length: number }, (_, index) => middle + (index - (number - 1) / 2) * WORD_HEIGHT);
}

/**
 * A column's title.
 * @type {(ctx: Ink, theme: Theme, title: Point & { text: string, align?: CanvasTextAlign }) => void}
 */
export function paintTitle(ctx, theme, { x, y, text, align = "left" }) {
  letter(ctx, theme, theme.muted, { size: SMALL_SIZE, weight: 600, align });
  ctx.fillText(text.toUpperCase(), x, y);
}
