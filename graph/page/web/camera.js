/** The window onto the map: it pans, zooms and fits, and keeps what the reader has moved. */

import { SCALE, fitting, holds } from "./geometry.js";

const ZOOM = { least: 0.1, most: 4 };
const STEP = 80;

/**
 * Makes a camera of vis-network's view of a container.
 * `target()` gives what there is to see, with its `bounds`, the `least` scale at which it can be read, and where the
 * chosen box is, its `focus`; null where there is nothing. `clipped` is called with whether a part lies outside.
 */
export function createCamera({ network, container, target, clipped }) {
  const now = { held: "" };
  const size = () => ({ width: container.clientWidth, height: container.clientHeight });

  /** Says whether a part of the view lies outside the window. */
  const tell = () => {
    const aim = target();
    if (aim) clipped(!holds(windowOf(network, size()), aim.bounds, 1 / network.getScale()));
  };

  /** Shows the view as large as can be read, or the whole of it. */
  const fit = (whole = false) => {
    const aim = target();
    if (!aim || container.clientWidth === 0) return;
    now.held = whole ? "whole" : "";
    network.moveTo(fitting(aim.bounds, size(), whole ? SCALE.tiny : aim.least, aim.focus));
    tell();
  };

  /** Keeps what the reader has moved or zoomed. */
  const hold = () => {
    now.held = "own";
    tell();
  };
  network.on("dragEnd", hold);
  network.on("zoom", hold);

  return {
    size,
    fit,
    /** Takes a window of another size; `arrange` is called in between. */
    resize(arrange) {
      const before = { scale: network.getScale(), position: network.getViewPosition() };
      network.setSize("100%", "100%");
      arrange();
      if (now.held !== "own") return fit(now.held === "whole");
      network.moveTo(before);
      return tell();
    },
    /** Zooms about the middle. */
    zoom(factor) {
      network.moveTo({ scale: Math.min(ZOOM.most, Math.max(ZOOM.least, network.getScale() * factor)) });
      hold();
    },
    /** Moves the window by parts of a hundred pixels. */
    pan(right, down) {
      const { x, y } = network.getViewPosition();
      const step = STEP / network.getScale();
      network.moveTo({ position: { x: x + right * step, y: y + down * step } });
      hold();
    },
    /** Moves the window so that a box is in its middle, where it cannot be seen whole. */
    reveal({ left, right, top, height, middle }) {
      if (container.clientWidth === 0) return;
      const isSeen = holds(windowOf(network, size()), { left, right, top, bottom: top + height });
      if (!isSeen) network.moveTo({ position: { x: (left + right) / 2, y: middle } });
    },
  };
}

/** What of the map a window of a size shows. */
function windowOf(network, { width, height }) {
  const [least, most] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: width, y: height })];
  return { left: least.x, top: least.y, right: most.x, bottom: most.y };
}
