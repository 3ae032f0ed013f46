/** The map: one view of the evidence at a time on vis-network's canvas, at positions that were computed before. */

import { Camera } from "./camera.js";
import { SCALE, boundsOf, boxOf, hit, portsOf, readingOrder, stretchOf, withWords } from "./geometry.js";
import { paintScene } from "./scene.js";
import { standingOut, viewOf } from "./view.js";

/** @import { Area, Bounds, Ink, Known, MapParts, Matches, Model, Network, Scene, Size, Target, View } from "./types.js" */

/** The map. What it shows is its scene: a view, where its boxes and words are, and what stands out. */
export class EvidenceMap {
  #scene;
  #container;
  /** @type {Network} */
  #network;
  #camera;
  #theme;
  #hint;

  /**
   * `vis` is the library, `container` the element it draws in, `theme()` the colours of now; `choose` is called with
   * the id that is clicked, `hint` with the id under the pointer or an empty string, `clipped` with whether a part of
   * the view lies outside the window.
   * @param {MapParts} parts
   */
  constructor({ vis, container, model, theme, choose, hint, clipped }) {
    this.#scene = sceneOf(model);
    this.#container = container;
    this.#network = new vis.Network(container, { nodes: [], edges: [] }, model.data.map.options);
    this.#camera = new Camera({ network: this.#network, container, target: () => targetOf(this.#scene), clipped });
    this.#theme = theme;
    this.#hint = hint;
    // The library holds the window: it pans and zooms. What is in it is drawn here, as the library leaves out custom
    // shapes that it has not drawn before, and it draws none while the window is hidden.
    this.#network.on("beforeDrawing", (ctx) => this.#paint(ctx));
    this.#listen(choose);
  }

  /**
   * Shows a view, sorted; the reader's own pan and zoom are kept while the view stays the same. Gives the view.
   * @type {(what: { name: string, sort: string, selected: string, matches: Matches }) => View}
   */
  show({ name, sort, selected, matches }) {
    const { view } = this.#scene;
    const same = view !== null && view.name === name && !(view.overview && view.sort !== sort);
    Object.assign(this.#scene, { selected, matches });
    if (!same) this.#point("");
    const shown = same ? view : viewOf(this.#scene.model, name, sort);
    if (!same) arrange(this.#scene, shown, this.#camera.size());
    this.#standOut();
    if (!same) this.#camera.fit();
    return shown;
  }

  /**
   * Shows the lines of what has the focus in a list, where they wait for that; of nothing for an empty string.
   * @type {(id: string) => void}
   */
  focus(id) {
    this.#scene.focused = id;
    if (this.#scene.view?.quiet) this.#standOut();
  }

  /** Shows the whole view, however small. */
  fit() {
    this.#camera.fit(true);
  }

  redraw() {
    this.#network.redraw();
  }

  /**
   * The id of the box after the selected one, or with -1 before it, in reading order.
   * @type {(step: number) => string}
   */
  next(step) {
    return nextOf(readingOrder(this.#scene.boxes), this.#scene.selected, step);
  }

  /**
   * Moves the window so that a box is in its middle, where it cannot be seen whole.
   * @type {(id: string) => void}
   */
  reveal(id) {
    if (this.#scene.boxes.has(id)) this.#camera.reveal(this.#scene.boxes.get(id));
  }

  /**
   * The bounds of the whole view, with the words beside claims.
   * @type {() => Bounds}
   */
  bounds() {
    return boundsOf(withWords(this.#scene.boxes, this.#scene.ports));
  }

  /**
   * Draws the whole view on another context, such as one for a picture.
   * @type {(ctx: Ink) => void}
   */
  draw(ctx) {
    this.#point("");
    this.#paint(ctx);
  }

  /** Takes a window of another size. */
  resize() {
    this.#camera.resize(() => {
      if (this.#scene.view) arrange(this.#scene, this.#scene.view, this.#camera.size());
      this.redraw();
    });
  }

  /**
   * Zooms about the middle.
   * @type {(factor: number) => void}
   */
  zoom(factor) {
    this.#camera.zoom(factor);
  }

  /**
   * Moves the window by steps.
   * @type {(right: number, down: number) => void}
   */
  pan(right, down) {
    this.#camera.pan(right, down);
  }

  /**
   * Draws what there is to see.
   * @type {(ctx: Ink) => void}
   */
  #paint(ctx) {
    const { view } = this.#scene;
    if (view) paintScene(ctx, this.#theme(), { ...this.#scene, view });
  }

  /** Finds out what stands out now, and draws it. */
  #standOut() {
    const { view } = this.#scene;
    if (view) Object.assign(this.#scene, standingOut({ ...this.#scene, view }));
    this.redraw();
  }

  /**
   * The pointer is at a box, or at none.
   * @type {(id: string) => void}
   */
  #point(id) {
    if (id === this.#scene.hover) return;
    this.#scene.hover = id;
    this.#container.style.cursor = id ? "pointer" : "";
    this.#hint(id);
    this.#standOut();
  }

  /**
   * Tells what is pointed at and chosen.
   * @type {(choose: (id: string) => void) => void}
   */
  #listen(choose) {
    this.#network.on("click", ({ pointer }) => {
      const id = hit(this.#scene.boxes, pointer.canvas);
      if (id) choose(id);
    });
    this.#container.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.#point(this.#idAt(event)));
    this.#container.addEventListener("pointerleave", () => this.#point(""));
  }

  /**
   * The id of the box that the pointer is at.
   * @type {(event: PointerEvent) => string}
   */
  #idAt({ clientX, clientY }) {
    const { left, top } = this.#container.getBoundingClientRect();
    return hit(this.#scene.boxes, this.#network.DOMtoCanvas({ x: clientX - left, y: clientY - top }));
  }
}

/**
 * A scene of nothing.
 * @type {(model: Model) => Scene}
 */
function sceneOf(model) {
  const most = model.data.causes.reduce((found, cause) => Math.max(found, cause.claims), 1);
  const boxes = /** @type {Known<string, Area>} */ (new Map());
  return { model, most, view: null, boxes, ports: [], selected: "", hover: "", focused: "", matches: null, lines: [], around: null };
}

/**
 * Puts a view's boxes in their places in a window of a size.
 * @type {(scene: Scene, view: View, size: Size) => void}
 */
function arrange(scene, view, size) {
  /** @type {(stretch: number) => Known<string, Area>} */
  const measured = (stretch) => /** @type {Known<string, Area>} */ (new Map([...view.placed].map(([id, placed]) => [id, boxOf(placed, stretch)])));
  let boxes = measured(0);
  if (view.overview) boxes = measured(stretchOf(boundsOf(boxes.values()), size));
  Object.assign(scene, { view, boxes, ports: portsOf(view, scene.model, boxes) });
}

/**
 * What the camera is to show of a scene.
 * @type {(scene: Scene) => Target | null}
 */
function targetOf({ view, boxes, ports, selected }) {
  if (!view || boxes.size === 0) return null;
  const least = view.overview ? SCALE.leastOverview : SCALE.least;
  return { bounds: boundsOf(withWords(boxes, ports)), least, focus: view.placed.has(selected) ? view.placed.get(selected) : null };
}

/**
 * The id so many steps after another, round and round; the first or last where there is no such one.
 * @type {(ids: string[], id: string, step: number) => string}
 */
function nextOf(ids, id, step) {
  const at = ids.indexOf(id);
  return ids.at(at >= 0 ? (at + step) % ids.length : step > 0 ? 0 : -1) ?? "";
}
