/** What a cause, claim or reference is joined to, as the map draws it: nodes with their texts and places, and edges. */

import { WIDTHS, neighbourhood } from "./layout.js";
import { claimsInside, kindOf } from "./model.js";
import { cutInFront } from "./names.js";
import { NOTE_HEIGHT } from "./paint.js";
import { NOTICES, coverageLines } from "./states.js";

export const MOST = { cause: 120, claim: 120, reference: 60 };
const LINES = { cause: 5, claim: 4, reference: 4 };
const LINE_HEIGHT = 18;
const WORD_HEIGHT = 16;
const BAR_HEIGHT = 16;
const PADDING = 14;
const MOST_PATH = 44;
const PER_CHARACTER = 7.2;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;

/**
 * The neighbourhood of an id: `placed` maps ids to nodes with their places, `edges` are those among them, and `of` says
 * how many nodes there would be if all were drawn. A reference's has no other reference, as that is not what it is about.
 */
export function unfold(model, id) {
  const item = model.byId.get(id);
  const claims = claimsOf(model, item);
  const drawn = claims.slice(0, MOST.claim);
  const causes = [...new Set([...causesOf(item), ...claims.map((claim) => claim.cause), ...involvedIn(item, claims)])];
  const cited = kindOf(id) === "reference" ? [id] : [...new Set(claims.flatMap((claim) => knownOf(claim)))];
  const nodes = nodesOf(model, [...causes.slice(0, MOST.cause), ...drawn.map((claim) => claim.id), ...cited.slice(0, MOST.reference)]);
  const at = neighbourhood(blocksOf(causes.slice(0, MOST.cause), drawn, nodes),
    cited.slice(0, MOST.reference).map((each) => nodes.get(each)), linksOf(drawn));
  const placed = new Map([...at].map(([each, [x, y]]) => [each, { node: nodes.get(each), x, y }]));
  return { placed, edges: edgesOf(model, placed, drawn), of: causes.length + claims.length + cited.length };
}

/** The claims in the neighbourhood of an item. */
function claimsOf(model, item) {
  const kind = kindOf(item.id);
  if (kind === "claim") return [item];
  if (kind === "cause") return claimsInside(model, item);
  return [...new Set((model.citing.get(item.id) ?? []).map(({ claim }) => claim))];
}

/** The causes that are shown in any case. */
function causesOf(item) {
  return { cause: [item.id], claim: [item.cause, ...(item.involves ?? [])], reference: [] }[kindOf(item.id)];
}

/** The ids of the causes that a reference's claims involve, as they may fall with it; those around a cause are too many. */
function involvedIn({ id }, claims) {
  return kindOf(id) === "reference" ? claims.flatMap((claim) => claim.involves) : [];
}

/** The ids of the references that a claim cites and the bibliography has. */
function knownOf(claim) {
  return claim.citations.filter((citation) => citation.known).map((citation) => citation.reference);
}

/** Nodes by id: each with its text broken into lines, of which `head` are its head, and its size. */
function nodesOf(model, ids) {
  return new Map(ids.map((id) => [id, { id, group: kindOf(id), ...makers[kindOf(id)](model.byId.get(id)) }]));
}

/** What is drawn in a node, by its kind. */
const makers = {
  cause: (cause) => box("cause", cause.label, pathOf(cause), { extra: BAR_HEIGHT + NOTE_HEIGHT * coverageLines(cause).length }),
  claim(claim) {
    const words = knownOf(claim).length + (claim.state in NOTICES ? 1 : 0);
    return box("claim", claim.text, "", { least: words * WORD_HEIGHT });
  },
  reference: (reference) => box("reference", reference.title || "no title given", reference.label),
};

/** The wider causes of a cause, as they stand above its name. */
function pathOf({ name, label }) {
  const path = name.slice(0, name.length - label.length).replace(/ > $/, "");
  return path && `${cutInFront(path, MOST_PATH)} >`;
}

/** A box for a text under a head of at most three lines, which may be empty. */
function box(kind, text, head, { extra = 0, least = 0 } = {}) {
  const width = WIDTHS[kind];
  const heads = head ? wrap(head, width - PADDING, 3) : [];
  const lines = [...heads, ...wrap(text, width - PADDING, LINES[kind])];
  const height = Math.max(least, lines.length * LINE_HEIGHT + PADDING + extra);
  return { label: lines.join("\n"), head: heads.length, width, height: height + (height % 2) };
}

/** Text broken into at most `most` lines of a width in the map's units; the last ends in … where it is cut. */
export function wrap(text, width, most) {
  const wide = text.match(WIDE)?.length ?? 0;
  const room = Math.max(4, Math.floor(width / (PER_CHARACTER * (1 + wide / Math.max(1, text.length)))));
  const lines = [];
  let rest = text.trim().replace(/\s+/g, " ");
  while (rest && lines.length < most) {
    const end = rest.length <= room ? rest.length : breakOf(rest, room);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest) lines[most - 1] = `${lines[most - 1].slice(0, room - 2).replace(/\s\S*$/, "")} …`;
  return lines.length ? lines : [" "];
}

/** Where to break a text that is longer than the room: after the last blank or hyphen, or in the middle of a word. */
function breakOf(text, room) {
  const blank = text.lastIndexOf(" ", room);
  const hyphen = text.lastIndexOf("-", room - 1) + 1;
  const end = Math.max(blank, hyphen);
  return end > 0 ? end : room - (/[\ud800-\udbff]/.test(text[room - 1]) ? 1 : 0);
}

/** Each cause's box with those of the claims that stand beside it. */
function blocksOf(causes, claims, nodes) {
  const beside = new Map(causes.map((id) => [id, []]));
  for (const claim of claims) beside.get(claim.cause)?.push(nodes.get(claim.id));
  return causes.map((id) => ({ cause: nodes.get(id), claims: beside.get(id) }));
}

/** For each reference the claims that cite it. */
function linksOf(claims) {
  const links = new Map();
  for (const claim of claims) {
    for (const id of knownOf(claim)) links.set(id, [...(links.get(id) ?? []), claim.id]);
  }
  return links;
}

/** The edges among what is placed, in the direction in which evidence flows. */
function edgesOf(model, placed, claims) {
  const edges = [];
  for (const [id, { node }] of placed) {
    const wider = node.group === "cause" ? widerPlaced(model, placed, id) : "";
    if (wider) edges.push({ from: id, to: wider, relation: "part_of" });
  }
  for (const claim of claims) {
    for (const { known, reference, stance } of claim.citations) if (known) edges.push({ from: reference, to: claim.id, relation: stance });
    edges.push({ from: claim.id, to: claim.cause, relation: "about" });
    for (const cause of claim.involves) edges.push({ from: claim.id, to: cause, relation: "involves" });
  }
  return edges.filter((edge) => placed.has(edge.from) && placed.has(edge.to));
}

/** The next wider cause that is placed, as one between may have no claims of its own; an empty string where none is. */
function widerPlaced({ byId }, placed, id) {
  let { wider } = byId.get(id);
  while (wider && !placed.has(wider)) ({ wider } = byId.get(wider));
  return wider;
}
