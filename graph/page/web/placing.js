/** Where the rows of a tree stand: all of them as the browser lays them out, or those near the window at worked-out heights. */

import { linesOf, rowsNear, topsOf, upTo } from "./heights.js";

/** @import { Placing } from "./types.js" */

/** How wide a tree is taken to be while it is not shown. */
const WIDTH = 290;

/**
 * Places all rows, one under the other, so that the browser's own search finds them.
 * @type {() => Placing}
 */
export function placeAll() {
  let length = 0;
  return {
    look: "tree",
    measure(rows) { length = rows.length; },
    wanted: () => upTo(length),
    linesOf: () => 0,
    place() {},
    watch() {},
  };
}

/**
 * Places the rows near the window only, as there may be very many.
 * @type {() => Placing}
 */
export function placeNear() {
  /** @type {Float64Array} */
  let tops = new Float64Array(1);
  let width = WIDTH;
  return {
    look: "tree long",
    /** Works out where rows stand, and makes the tree as high as all of them. */
    measure(rows, tree) {
      width = tree.clientWidth || WIDTH;
      tops = topsOf(rows, width);
      tree.style.height = `${tops.at(-1)}px`;
    },
    /** The numbers of the rows that are drawn. */
    wanted: (tree) => (tree.checkVisibility() ? rowsNear(tops, -tree.getBoundingClientRect().top, innerHeight) : []),
    /** How many lines a row's text may take. */
    linesOf: (row) => linesOf(row, width),
    /** Puts a row's element where it stands. */
    place(element, number) {
      element.style.top = `${tops[number]}px`;
      element.style.height = `${tops[number + 1] - tops[number]}px`;
    },
    /** Calls `moved` with each frame in which something was scrolled, `resized` where the tree has another width. */
    watch(tree, { moved, resized }) {
      const later = oncePerFrame(moved);
      addEventListener("scroll", later, { capture: true, passive: true });
      new ResizeObserver(() => (tree.clientWidth === width || tree.clientWidth === 0 ? later() : resized())).observe(tree);
    },
  };
}

/**
 * Makes a function that does some work before the next frame, however often it is called until then.
 * @type {(work: () => void) => () => void}
 */
function oncePerFrame(work) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}
