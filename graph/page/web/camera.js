/** The window onto the map: it pans, zooms and fits, and keeps what the reader has moved. */

import { SCALE, fitting, holds } from "./geometry.js";

/** @import { Area, Bounds, Network, Size, Target } from "./types.js" */

const ZOOM = { least: 0.1, most: 4 };
const STEP = 80;

/** A camera of vis-network's view of a container. */
export class Camera {
  #network;
  #container;
  #target;
  #clipped;
  /**
   * What the reader has asked for: the whole view, or what they have moved or zoomed themselves.
   * @type {"" | "whole" | "own"}
   */
  #held = "";

  /**
   * `target()` gives what there is to see, null where there is nothing. `clipped` is called with whether a part of it
   * lies outside.
   * @param {{ network: Network, container: HTMLElement, target: () => Target | null, clipped: (is: boolean) => void }} parts
   */
  constructor({ network, container, target, clipped }) {
    this.#network = network;
    this.#container = container;
    this.#target = target;
    this.#clipped = clipped;
    network.on("dragEnd", () => this.#hold());
    network.on("zoom", () => this.#hold());
  }

  /**
   * How large the window is.
   * @type {() => Size}
   */
  size() {
    return { width: this.#container.clientWidth, height: this.#container.clientHeight };
  }

  /** Shows the view as large as can be read, or the whole of it. */
  fit(whole = false) {
    const aim = this.#target();
    if (!aim || this.#container.clientWidth === 0) return;
    this.#held = whole ? "whole" : "";
    this.#network.moveTo(fitting(aim.bounds, this.size(), whole ? SCALE.tiny : aim.least, aim.focus));
    this.#tell();
  }

  /**
   * Takes a window of another size; `arrange` is called in between.
   * @type {(arrange: () => void) => void}
   */
  resize(arrange) {
    const before = { scale: this.#network.getScale(), position: this.#network.getViewPosition() };
    this.#network.setSize("100%", "100%");
    arrange();
    if (this.#held !== "own") return this.fit(this.#held === "whole");
    this.#network.moveTo(before);
    return this.#tell();
  }

  /**
   * Zooms about the middle.
   * @type {(factor: number) => void}
   */
  zoom(factor) {
    this.#network.moveTo({ scale: Math.min(ZOOM.most, Math.max(ZOOM.least, this.#network.getScale() * factor)) });
    this.#hold();
  }

  /**
   * Moves the window by parts of a hundred pixels.
   * @type {(right: number, down: number) => void}
   */
  pan(right, down) {
    const { x, y } = this.#network.getViewPosition();
    const step = STEP / this.#network.getScale();
    this.#network.moveTo({ position: { x: x + right * step, y: y + down * step } });
    this.#hold();
  }

  /**
   * Moves the window so that a box is in its middle, where it cannot be seen whole.
   * @type {(box: Area) => void}
   */
  reveal({ left, right, top, height, middle }) {
    if (this.#container.clientWidth === 0) return;
    const isSeen = holds(this.#window(), { left, right, top, bottom: top + height });
    if (!isSeen) this.#network.moveTo({ position: { x: (left + right) / 2, y: middle } });
  }

  /** Keeps what the reader has moved or zoomed. */
  #hold() {
    this.#held = "own";
    this.#tell();
  }

  /** Says whether a part of the view lies outside the window. */
  #tell() {
    const aim = this.#target();
    if (aim) this.#clipped(!holds(this.#window(), aim.bounds, 1 / this.#network.getScale()));
  }

  /**
   * What of the map the window shows.
   * @type {() => Bounds}
   */
  #window() {
    const { width, height } = this.size();
    const [least, most] = [this.#network.DOMtoCanvas({ x: 0, y: 0 }), this.#network.DOMtoCanvas({ x: width, y: height })];
    return { left: least.x, top: least.y, right: most.x, bottom: most.y };
  }
}
