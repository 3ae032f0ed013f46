/** The map: one view of the evidence at a time on vis-network's canvas, at positions that were computed before. */

import { STANCES, groupBy, kindOf, sizeOf } from "./model.js";
import {
  paintCause, paintClaim, paintLine, paintReference, paintReferenceRow, paintRow, paintTitle, paintWord, widthOfWord, wordHeights,
} from "./paint.js";
import { unfold } from "./unfold.js";

export const OVERVIEW = "overview";
const SCALE = { least: 0.86, leastOverview: 0.8, tiny: 0.05, most: 1.25 };
const MARGIN = 11;
const TITLE_ROOM = 26;
const WORD_ROOM = 74;
const NO_SOURCE = "no source";
const STRETCH = { least: -110, most: 220 };
const COLUMNS = { overview: ["Causes", "References they rest on"], other: ["Causes", "Claims", "References"] };

/** The nodes of a view with their positions, the edges among them, and how many there would be in all. */
export function viewOf(model, name) {
  const { nodes, edges, views } = model.data.map;
  const view = views[name];
  if (!view) return { name, overview: false, ...unfold(model, name) };
  const placed = new Map(view.at.map(([number, x, y]) => [nodes[number].id, { node: nodes[number], x, y }]));
  const overview = name === OVERVIEW;
  const inView = (edge) => placed.has(edge.from) && placed.has(edge.to) && (edge.relation === "rests_on") === overview;
  return { name, overview, placed, edges: edges.filter(inView), of: view.of };
}

/**
 * The box of a placed node: in the overview a row, elsewhere as large as its text.
 * A reference's row is stretched to the right by as much as there is room for.
 */
export function boxOf({ node, x, y }, overview, size, stretch = 0) {
  const nominal = overview ? size[node.group].width : node.width;
  const width = overview && node.group === "reference" ? nominal + stretch : nominal;
  const height = overview ? node.rowHeight ?? size.reference.height : node.height;
  const left = x - nominal / 2;
  return { left, right: left + width, top: y - height / 2, middle: y, width, height };
}

/** By how much the overview's references may be wider, or must be narrower, for the overview to fill a window. */
export function stretchOf(bounds, { width, height }) {
  const fit = Math.min(SCALE.most, (height - 2 * MARGIN) / (bounds.bottom - bounds.top));
  const room = (width - 2 * MARGIN) / Math.max(SCALE.leastOverview, fit);
  return Math.min(STRETCH.most, Math.max(STRETCH.least, Math.floor(room - (bounds.right - bounds.left))));
}

/** The boxes with room for the words beside claims, which may stand at the edge. */
function withWords(boxes, ports) {
  return [...boxes.values(), ...ports.map(({ x, y }) => ({ left: x, right: x + WORD_ROOM, top: y, height: 0 }))];
}

/** The smallest rectangle around boxes, with room for the columns' titles. */
export function boundsOf(boxes) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const box of boxes) {
    bounds.left = Math.min(bounds.left, box.left);
    bounds.right = Math.max(bounds.right, box.right);
    bounds.top = Math.min(bounds.top, box.top);
    bounds.bottom = Math.max(bounds.bottom, box.top + box.height);
  }
  return { ...bounds, top: bounds.top - TITLE_ROOM };
}

/** The scale and middle at which bounds fit a window, or at which text can still be read and the beginning is seen. */
export function fitting(bounds, { width, height }, least, focus = null) {
  const [wide, high] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  const [roomWide, roomHigh] = [width - 2 * MARGIN, height - 2 * MARGIN];
  const scale = Math.min(SCALE.most, Math.max(least, Math.min(roomWide / wide, roomHigh / high)));
  const along = (low, size, room, wanted) => {
    if (size * scale <= room + 1) return low + size / 2;
    const half = room / scale / 2;
    const seenFromStart = wanted === null || wanted < low + half * 1.7;
    return seenFromStart ? low + half : Math.min(low + size - half, Math.max(low + half, wanted));
  };
  return { scale, position: {
    x: along(bounds.left, wide, roomWide, focus?.x ?? null), y: along(bounds.top, high, roomHigh, focus?.y ?? null),
  } };
}

/** How a reference is used where it sources nothing, in words; an empty string where it does source something. */
export function useOf(model, id) {
  const cited = model.citing.get(id) ?? [];
  if (cited.some(({ citation }) => citation.stance !== "mentions")) return "";
  return cited.length ? "mentioned only" : "unused";
}

/** The id of the box that a point is in, or an empty string. */
export function hit(boxes, { x, y }) {
  for (const [id, box] of boxes) {
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.top + box.height) return id;
  }
  return "";
}

/** The ids joined to a node by a line, and the node itself. */
export function joined(edges, id) {
  const ids = new Set([id]);
  for (const edge of edges) {
    if (edge.from === id) ids.add(edge.to);
    if (edge.to === id) ids.add(edge.from);
  }
  return ids;
}

/** The ids of all that evidence flows to a node from, and from it to: its chain in both directions. */
export function chain(edges, id) {
  const found = new Set([id]);
  for (const [near, far] of [["to", "from"], ["from", "to"]]) {
    const next = groupBy(edges, (edge) => edge[near]);
    const waiting = [id];
    const seen = new Set(waiting);
    while (waiting.length) {
      for (const edge of next.get(waiting.pop()) ?? []) {
        if (!seen.has(edge[far])) waiting.push(edge[far]);
        seen.add(edge[far]);
        found.add(edge[far]);
      }
    }
  }
  return found;
}

/** The ids of boxes in the order in which they are read: column by column, from the top. */
export function readingOrder(boxes) {
  return [...boxes].sort(([, one], [, other]) => one.left - other.left || one.top - other.top).map(([id]) => id);
}

/** Where the lines and words at claims go: one port for each word, "no source" among them. */
export function portsOf(view, model, boxes) {
  const edgesTo = groupBy(view.edges.filter((edge) => STANCES.includes(edge.relation)), (edge) => edge.to);
  const ports = [];
  for (const [id, { node }] of view.placed) {
    if (node.group !== "claim") continue;
    const box = boxes.get(id);
    const lines = (edgesTo.get(id) ?? []).toSorted((one, other) => boxes.get(one.from).middle - boxes.get(other.from).middle);
    const words = model.byId.get(id).state === "unsourced" ? [null, ...lines] : lines;
    wordHeights(box.middle, words.length).forEach((y, index) => ports.push({ id, x: box.right + 8, y, edge: words[index] }));
  }
  return ports;
}

/**
 * Makes the map.
 * `vis` is the library, `container` the element it draws in, `theme()` the colours of now; `choose` is called with the
 * id that is clicked, `hint` with the id under the pointer or an empty string, `clipped` with whether a part of the
 * view lies outside the window.
 */
export function createMap({ vis, container, model, theme, choose, hint, clipped }) {
  const { options, sizes } = model.data.map;
  const most = model.data.causes.reduce((most, cause) => Math.max(most, sizeOf(cause)), 1);
  const now = { view: null, boxes: new Map(), ports: [], selected: "", hover: "", matches: null, trail: null, held: "" };

  /** How a node looks now: selected, under the pointer, faded. */
  const lookOf = (id) => {
    const item = now.hover && now.view.overview ? joined(now.view.edges, now.hover) : now.trail;
    const left = now.matches?.active ? now.matches[`${kindOf(id)}s`].has(id) : true;
    return { selected: id === now.selected, hover: id === now.hover, faded: !left || (item !== null && !item.has(id)) };
  };

  /** Draws one node. */
  const paintNode = (ctx, id) => {
    const { node } = now.view.placed.get(id);
    const look = lookOf(id);
    const thing = { box: now.boxes.get(id), node, item: model.byId.get(id), most, look, use: useOf(model, id) };
    const painters = now.view.overview ? { cause: paintRow, reference: paintReferenceRow }
      : { cause: paintCause, claim: paintClaim, reference: paintReference };
    ctx.globalAlpha = look.faded ? 0.3 : 1;
    painters[node.group](ctx, theme(), thing);
    ctx.globalAlpha = 1;
  };

  /** Draws what lies under the nodes. */
  const paintGround = (ctx) => {
    paintTitles(ctx, theme(), now);
    if (now.view.overview) paintRests(ctx, theme(), now, lookOf);
    else paintLinks(ctx, theme(), now, lookOf);
  };

  /** Draws the whole view. */
  const paint = (ctx) => {
    paintGround(ctx);
    for (const id of now.boxes.keys()) paintNode(ctx, id);
  };

  const network = new vis.Network(container, { nodes: [], edges: [] }, options);
  // The library holds the window: it pans and zooms. What is in it is drawn here, as the library leaves out custom shapes
  // that it has not drawn before, and it draws none while the window is hidden.
  network.on("beforeDrawing", (ctx) => now.view && paint(ctx));
  const point = (id) => {
    if (id === now.hover) return;
    now.hover = id;
    container.style.cursor = id ? "pointer" : "";
    hint(id);
    network.redraw();
  };
  const idAt = (event) => {
    const { left, top } = container.getBoundingClientRect();
    return hit(now.boxes, network.DOMtoCanvas({ x: event.clientX - left, y: event.clientY - top }));
  };
  network.on("click", ({ pointer }) => {
    const id = hit(now.boxes, pointer.canvas);
    if (id) choose(id);
  });
  container.addEventListener("pointermove", (event) => event.pointerType === "mouse" && point(idAt(event)));
  container.addEventListener("pointerleave", () => point(""));

  /** Says whether a part of the view lies outside the window. */
  const tell = () => {
    if (!now.view || now.boxes.size === 0) return;
    const bounds = boundsOf(withWords(now.boxes, now.ports));
    const [least, most] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: container.clientWidth, y: container.clientHeight })];
    const edge = 1 / network.getScale();
    clipped(bounds.left < least.x - edge || bounds.right > most.x + edge || bounds.top < least.y - edge || bounds.bottom > most.y + edge);
  };

  /** Shows the view as large as can be read, or the whole of it. */
  const fit = (whole = false) => {
    if (!now.view || now.boxes.size === 0 || container.clientWidth === 0) return;
    now.held = whole ? "whole" : "";
    const readable = now.view.overview ? SCALE.leastOverview : SCALE.least;
    const selected = now.view.placed.get(now.selected) ?? null;
    const bounds = boundsOf(withWords(now.boxes, now.ports));
    network.moveTo(fitting(bounds, windowOf(container), whole ? SCALE.tiny : readable, selected));
    tell();
  };

  /** Keeps what the reader has moved or zoomed. */
  const hold = () => {
    now.held = "own";
    tell();
  };
  network.on("dragEnd", hold);
  network.on("zoom", hold);

  /** Puts a view's boxes in their places. */
  const load = (name) => {
    now.view = viewOf(model, name);
    point("");
    const measured = (stretch) => new Map([...now.view.placed].map(([id, placed]) =>
      [id, boxOf(placed, now.view.overview, sizes, stretch)]));
    now.boxes = measured(0);
    if (now.view.overview) now.boxes = measured(stretchOf(boundsOf(now.boxes.values()), windowOf(container)));
    now.ports = portsOf(now.view, model, now.boxes);
    network.redraw();
  };

  return {
    /** Show a view; the reader's own pan and zoom are kept while the view stays the same. */
    show(name, selected, matches) {
      const fresh = now.view?.name !== name;
      Object.assign(now, { selected, matches });
      if (fresh) load(name);
      now.trail = now.view.placed.has(selected) ? chain(now.view.edges, selected) : null;
      network.redraw();
      if (fresh) fit();
      return { drawn: now.view.placed.size, of: now.view.of };
    },
    /** Show the whole view, however small. */
    fit: () => fit(true),
    redraw: () => network.redraw(),
    /** The id of the box after the selected one, or with -1 before it, in reading order. */
    next(step) {
      const ids = readingOrder(now.boxes);
      const at = ids.indexOf(now.selected);
      return at < 0 ? ids.at(step > 0 ? 0 : -1) ?? "" : ids.at((at + step) % ids.length);
    },
    /** Move the window so that a box is in its middle, where it cannot be seen whole. */
    reveal(id) {
      const box = now.boxes.get(id);
      if (!box || container.clientWidth === 0) return;
      const { x, y } = network.getViewPosition();
      const [wide, high] = [container.clientWidth, container.clientHeight].map((each) => each / network.getScale() / 2);
      const outside = box.left < x - wide || box.right > x + wide || box.top < y - high || box.top + box.height > y + high;
      if (outside) network.moveTo({ position: { x: (box.left + box.right) / 2, y: box.middle } });
    },
    /** The bounds of the whole view, with the words beside claims. */
    bounds: () => boundsOf(withWords(now.boxes, now.ports)),
    /** Draw the whole view on another context, such as one for a picture. */
    draw(ctx) {
      now.hover = "";
      paint(ctx);
    },
    resize() {
      const before = { scale: network.getScale(), position: network.getViewPosition() };
      network.setSize("100%", "100%");
      if (now.view?.overview) load(OVERVIEW);
      network.redraw();
      if (now.held !== "own") return fit(now.held === "whole");
      network.moveTo(before);
      return tell();
    },
    /** Zoom about the middle. */
    zoom(factor) {
      network.moveTo({ scale: Math.min(4, Math.max(0.1, network.getScale() * factor)) });
      hold();
    },
    /** Move the window by parts of a hundred pixels. */
    pan(right, down) {
      const { x, y } = network.getViewPosition();
      const step = 80 / network.getScale();
      network.moveTo({ position: { x: x + right * step, y: y + down * step } });
      hold();
    },
  };
}

/** How large the element is that is drawn in. */
function windowOf(container) {
  return { width: container.clientWidth, height: container.clientHeight };
}

/** The titles of the columns. */
function paintTitles(ctx, theme, { view, boxes }) {
  const { top } = boundsOf(boxes.values());
  const lefts = [...new Set([...boxes.values()].map((box) => box.left))].sort((one, other) => one - other);
  const groups = new Map([...view.placed.values()].map(({ node, x }) => [node.group, x]));
  const texts = view.overview ? COLUMNS.overview : COLUMNS.other;
  const kinds = view.overview ? ["cause", "reference"] : ["cause", "claim", "reference"];
  kinds.forEach((kind, index) => {
    if (!groups.has(kind)) return;
    const left = lefts.findLast((each) => each <= groups.get(kind));
    paintTitle(ctx, theme, { x: left + 6, y: top + 8, text: texts[index] });
  });
}

/** The overview's lines, from references to the causes that rest on them. */
function paintRests(ctx, theme, { view, boxes, hover, matches, trail }, lookOf) {
  for (const strong of [false, true]) {
    for (const edge of view.edges) {
      const touched = edge.from === hover || edge.to === hover;
      if (touched !== strong) continue;
      const [reference, cause] = [boxes.get(edge.from), boxes.get(edge.to)];
      const faded = !touched && (hover || ((trail || matches?.active) && (lookOf(edge.to).faded || lookOf(edge.from).faded)));
      ctx.globalAlpha = faded ? 0.14 : touched ? 1 : 0.6;
      paintLine(ctx, theme, {
        from: { x: reference.left, y: reference.middle }, to: { x: cause.right, y: cause.middle }, relation: "supports",
        width: Math.min(4, 0.8 + edge.claims * 0.45), arrow: false, strong: false,
      });
    }
  }
  ctx.globalAlpha = 1;
}

/** A neighbourhood's lines and words. */
function paintLinks(ctx, theme, now, lookOf) {
  paintPorts(ctx, theme, now, lookOf);
  const words = [];
  for (const edge of now.view.edges) {
    if (edge.relation === "part_of") paintPartOf(ctx, theme, now.boxes.get(edge.from), now.boxes.get(edge.to));
    if (edge.relation === "about" || edge.relation === "involves") paintCauseLink(ctx, theme, now, edge, words, lookOf);
  }
  for (const word of words) {
    ctx.globalAlpha = word.faded ? 0.3 : 1;
    paintWord(ctx, theme, { ...word, word: "involves", relation: "involves", align: "right", ground: theme.paper });
  }
  ctx.globalAlpha = 1;
}

/** The words beside claims, and the lines that begin at them. */
function paintPorts(ctx, theme, { ports, boxes, hover }, lookOf) {
  const widest = Math.max(0, ...ports.map(({ edge }) => widthOfWord(ctx, theme, edge?.relation ?? "unsourced", edge ? edge.relation : NO_SOURCE)));
  for (const { id, x, y, edge } of ports) {
    ctx.globalAlpha = lookOf(id).faded ? 0.3 : 1;
    const relation = edge?.relation ?? "unsourced";
    const width = paintWord(ctx, theme, { x, y, word: edge ? relation : NO_SOURCE, relation });
    if (!edge) continue;
    const reference = boxes.get(edge.from);
    const strong = hover === edge.from || hover === edge.to;
    paintLine(ctx, theme, { from: { x: reference.left, y: reference.middle }, to: { x: x + width + 5, y }, level: widest - width, relation, strong });
  }
}

/** The line from a claim to a cause; one that only involves the cause starts lower and adds a word that says so. */
function paintCauseLink(ctx, theme, { boxes, hover }, edge, words, lookOf) {
  const [claim, cause] = [boxes.get(edge.from), boxes.get(edge.to)];
  const strong = hover === edge.from || hover === edge.to;
  const { faded } = lookOf(edge.from);
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
