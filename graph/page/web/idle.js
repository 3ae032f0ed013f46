/** Work that nobody waits for. */

import { $ } from "./dom.js";
import { prepareSearch } from "./model.js";

/** @import { Model } from "./types.js" */

/**
 * Prepares the search and the lists for very many claims, and the search of findings when these are first listed.
 * @type {(model: Model, lists: { prepare: () => void }) => void}
 */
export function prepareInIdleMoments(model, lists) {
  let done = 0;
  inIdleMoments(() => {
    if (prepareSearch(model, done)) return Boolean(done += 1);
    lists.prepare();
    return false;
  });
  $("tab-findings").addEventListener("click", () => inIdleMoments(() => model.indexes.findings.prepare()), { once: true });
}

/**
 * Takes steps whenever there is nothing else to do, as long as they say that there are more.
 * @type {(step: () => boolean) => void}
 */
function inIdleMoments(step) {
  /** @type {(work: () => void) => void} */
  const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 50));
  idle(() => { if (step()) inIdleMoments(step); });
}
