/** A view of the map drawn whole: titles, lines, words, boxes. A canvas context, a theme and a scene in; ink out. */

import { boundsOf } from "./geometry.js";
import {
  ROW, paintCause, paintClaim, paintLine, paintReference, paintReferenceRow, paintRow, paintTitle, paintWord, widthOfWord,
} from "./paint.js";
import { NOTICES } from "./states.js";
import { lookOf, useOf } from "./view.js";

/** With more lines at one end than this, lines as wide as they stand for claims would hide each other. */
const MANY_LINES = 20;
const COLUMNS = { cause: "Causes", claim: "Claims", reference: "References" };
const PAINTERS = {
  overview: { cause: paintRow, reference: paintReferenceRow },
  other: { cause: paintCause, claim: paintClaim, reference: paintReference },
};

/** Draws a scene (see `createMap`): what lies under the nodes, then these. */
export function paintScene(ctx, theme, scene) {
  paintTitles(ctx, theme, scene);
  if (scene.view.overview) paintRests(ctx, theme, scene);
  else paintLinks(ctx, theme, scene);
  for (const id of scene.boxes.keys()) paintNode(ctx, theme, scene, id);
}

/** Draws one node. */
function paintNode(ctx, theme, scene, id) {
  const { view, boxes, model, most } = scene;
  const { node } = view.placed.get(id);
  const look = lookOf(scene, id);
  ctx.globalAlpha = look.faded ? 0.3 : 1;
  PAINTERS[view.overview ? "overview" : "other"][node.group](ctx, theme, { box: boxes.get(id), node, item: model.byId.get(id), most, look, use: useOf(model, id) });
  ctx.globalAlpha = 1;
}

/** The titles of the columns, which begin where the first box of each does. */
function paintTitles(ctx, theme, { view, boxes }) {
  const y = boundsOf(boxes.values()).top + 8;
  const lefts = new Map([...view.placed].reverse().map(([id, { node }]) => [node.group, boxes.get(id).left + 6]));
  for (const [group, x] of lefts) paintTitle(ctx, theme, { x, y, text: COLUMNS[group] });
  if (view.overview && lefts.has("cause")) paintTitle(ctx, theme, { x: lefts.get("cause") - 6 + ROW.counts, y, text: "Rests on", align: "center" });
}

/** The overview's lines from references to causes; those that stand out come last and, in a quiet view, alone. */
function paintRests(ctx, theme, scene) {
  const { view, lines } = scene;
  const others = view.quiet ? [] : view.edges.filter((edge) => !lines.includes(edge));
  for (const edge of others) paintRest(ctx, theme, scene, edge, lines.length || isFaded(scene, edge) ? 0.14 : 0.6);
  for (const edge of lines) paintRest(ctx, theme, scene, edge, 1);
  ctx.globalAlpha = 1;
}

/** Whether one end of a line of the overview is faded. */
function isFaded(scene, edge) {
  return lookOf(scene, edge.to).faded || lookOf(scene, edge.from).faded;
}

/** One line of the overview. */
function paintRest(ctx, theme, { boxes, lines }, edge, alpha) {
  const [reference, cause] = [boxes.get(edge.from), boxes.get(edge.to)];
  ctx.globalAlpha = alpha;
  paintLine(ctx, theme, {
    from: { x: reference.left, y: reference.middle }, to: { x: cause.right, y: cause.middle }, relation: "supports",
    width: Math.min(lines.length > MANY_LINES ? 1.4 : 4, 0.8 + edge.claims * 0.45), arrow: false, strong: false,
  });
}

/** A neighbourhood's lines and words. */
function paintLinks(ctx, theme, scene) {
  const { view, boxes } = scene;
  paintPorts(ctx, theme, scene);
  const words = [];
  for (const edge of view.edges) {
    if (edge.relation === "part_of") paintPartOf(ctx, theme, boxes.get(edge.from), boxes.get(edge.to));
    if (edge.relation === "about" || edge.relation === "involves") paintCauseLink(ctx, theme, scene, edge, words);
  }
  for (const word of words) {
    ctx.globalAlpha = word.faded ? 0.3 : 1;
    paintWord(ctx, theme, { ...word, word: "involves", relation: "involves", align: "right", ground: theme.paper });
  }
  ctx.globalAlpha = 1;
}

/** The words beside claims, and the lines that begin at them. */
function paintPorts(ctx, theme, scene) {
  const { ports, boxes, hover } = scene;
  const wordOf = ({ edge, state }) => ({ word: edge?.relation ?? NOTICES[state], relation: edge?.relation ?? state });
  const widest = Math.max(0, ...ports.map(wordOf).map(({ relation, word }) => widthOfWord(ctx, theme, relation, word)));
  for (const port of ports) {
    const { id, x, y, edge } = port;
    ctx.globalAlpha = lookOf(scene, id).faded ? 0.3 : 1;
    const { word, relation } = wordOf(port);
    const width = paintWord(ctx, theme, { x, y, word, relation });
    if (!edge) continue;
    const reference = boxes.get(edge.from);
    const strong = hover === edge.from || hover === edge.to;
    paintLine(ctx, theme, { from: { x: reference.left, y: reference.middle }, to: { x: x + width + 5, y }, level: widest - width, relation, strong });
  }
}

/** The line from a claim to a cause; one that only involves the cause starts lower and adds a word that says so. */
function paintCauseLink(ctx, theme, scene, edge, words) {
  const { boxes, hover } = scene;
  const [claim, cause] = [boxes.get(edge.from), boxes.get(edge.to)];
  const strong = hover === edge.from || hover === edge.to;
  const { faded } = lookOf(scene, edge.from);
  ctx.globalAlpha = faded ? 0.3 : 1;
  const before = words.filter((word) => word.claim === edge.from).length;
  const lower = edge.relation === "involves" ? 11 + 13 * before : 0;
  const from = { x: claim.left, y: claim.middle + lower };
  const to = { x: cause.right, y: cause.middle + (lower ? 6 : 0) };
  paintLine(ctx, theme, { from, to, relation: edge.relation, strong, width: lower ? 1.5 : 1.2 });
  if (lower) words.push({ claim: edge.from, x: from.x - 4, y: from.y, faded });
}

/** The bracket that joins a narrower cause to its wider one. */
function paintPartOf(ctx, theme, narrower, wider) {
  const x = Math.min(narrower.left, wider.left) - 9;
  ctx.strokeStyle = theme.rule;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(narrower.left, narrower.middle);
  ctx.lineTo(x, narrower.middle);
  ctx.lineTo(x, wider.middle);
  ctx.lineTo(wider.left, wider.middle);
  ctx.stroke();
}
