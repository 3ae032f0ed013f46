/** The map: one view of the evidence at a time on vis-network's canvas, at positions that were computed before. */

import { createCamera } from "./camera.js";
import { SCALE, boundsOf, boxOf, hit, portsOf, readingOrder, stretchOf, withWords } from "./geometry.js";
import { paintScene } from "./scene.js";
import { standingOut, viewOf } from "./view.js";

/** @import { DrawnMap, MapParts, Model } from "./types.js" */

/**
 * Makes the map.
 * `vis` is the library, `container` the element it draws in, `theme()` the colours of now; `choose` is called with the
 * id that is clicked, `hint` with the id under the pointer or an empty string, `clipped` with whether a part of the
 * view lies outside the window. What it shows is its scene: a view, where its boxes and words are, and what stands out.
 * @type {(parts: MapParts) => DrawnMap}
 */
export function createMap({ vis, container, model, theme, choose, hint, clipped }) {
  const scene = sceneOf(model);
  const network = new vis.Network(container, { nodes: [], edges: [] }, model.data.map.options);
  const camera = createCamera({ network, container, target: () => targetOf(scene), clipped });
  const point = (id) => {
    if (id === scene.hover) return;
    scene.hover = id;
    if (scene.view) Object.assign(scene, standingOut(scene));
    container.style.cursor = id ? "pointer" : "";
    hint(id);
    network.redraw();
  };
  // The library holds the window: it pans and zooms. What is in it is drawn here, as the library leaves out custom shapes
  // that it has not drawn before, and it draws none while the window is hidden.
  network.on("beforeDrawing", (ctx) => scene.view && paintScene(ctx, theme(), scene));
  listen({ network, container, scene, choose, point });

  return {
    /** Show a view, sorted; the reader's own pan and zoom are kept while the view stays the same. Gives the view. */
    show({ name, sort, selected, matches }) {
      const fresh = scene.view?.name !== name || (scene.view.overview && scene.view.sort !== sort);
      Object.assign(scene, { selected, matches });
      if (fresh) {
        point("");
        arrange(scene, viewOf(model, name, sort), camera.size());
      }
      Object.assign(scene, standingOut(scene));
      network.redraw();
      if (fresh) camera.fit();
      return scene.view;
    },
    /** Show the lines of what has the focus in a list, where they wait for that; of nothing for an empty string. */
    focus(id) {
      scene.focused = id;
      if (!scene.view?.quiet) return;
      Object.assign(scene, standingOut(scene));
      network.redraw();
    },
    /** Show the whole view, however small. */
    fit: () => camera.fit(true),
    redraw: () => network.redraw(),
    /** The id of the box after the selected one, or with -1 before it, in reading order. */
    next: (step) => nextOf(readingOrder(scene.boxes), scene.selected, step),
    /** Move the window so that a box is in its middle, where it cannot be seen whole. */
    reveal: (id) => scene.boxes.has(id) && camera.reveal(scene.boxes.get(id)),
    /** The bounds of the whole view, with the words beside claims. */
    bounds: () => boundsOf(withWords(scene.boxes, scene.ports)),
    /** Draw the whole view on another context, such as one for a picture. */
    draw(ctx) {
      point("");
      paintScene(ctx, theme(), scene);
    },
    resize: () => camera.resize(() => {
      if (scene.view) arrange(scene, scene.view, camera.size());
      network.redraw();
    }),
    zoom: camera.zoom,
    pan: camera.pan,
  };
}

/**
 * A scene of nothing.
 * @type {(model: Model) => any}
 */
function sceneOf(model) {
  const most = model.data.causes.reduce((found, cause) => Math.max(found, cause.claims), 1);
  return { model, most, view: null, boxes: new Map(), ports: [], selected: "", hover: "", focused: "", matches: null, lines: [], around: null };
}

/** Puts a view's boxes in their places in a window of a size. */
function arrange(scene, view, size) {
  const measured = (stretch) => new Map([...view.placed].map(([id, placed]) => [id, boxOf(placed, stretch)]));
  let boxes = measured(0);
  if (view.overview) boxes = measured(stretchOf(boundsOf(boxes.values()), size));
  Object.assign(scene, { view, boxes, ports: portsOf(view, scene.model, boxes) });
}

/** What the camera is to show of a scene. */
function targetOf({ view, boxes, ports, selected }) {
  if (!view || boxes.size === 0) return null;
  const least = view.overview ? SCALE.leastOverview : SCALE.least;
  return { bounds: boundsOf(withWords(boxes, ports)), least, focus: view.placed.get(selected) ?? null };
}

/** Tells what is pointed at and chosen. */
function listen({ network, container, scene, choose, point }) {
  const idAt = (event) => {
    const { left, top } = container.getBoundingClientRect();
    return hit(scene.boxes, network.DOMtoCanvas({ x: event.clientX - left, y: event.clientY - top }));
  };
  network.on("click", ({ pointer }) => {
    const id = hit(scene.boxes, pointer.canvas);
    if (id) choose(id);
  });
  container.addEventListener("pointermove", (event) => event.pointerType === "mouse" && point(idAt(event)));
  container.addEventListener("pointerleave", () => point(""));
}

/** The id so many steps after another, round and round; the first or last where there is no such one. */
function nextOf(ids, id, step) {
  const at = ids.indexOf(id);
  return at < 0 ? ids.at(step > 0 ? 0 : -1) ?? "" : ids.at((at + step) % ids.length);
}
