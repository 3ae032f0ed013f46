/** Work that nobody waits for. */

import { $ } from "./dom.js";
import { prepareSearch } from "./model.js";

/** Prepares the search and the lists for very many claims, and the search of findings when these are first listed. */
export function prepareInIdleMoments(model, lists) {
  let done = 0;
  inIdleMoments(() => {
    if (prepareSearch(model, done)) return Boolean(done += 1);
    lists.prepare();
    return false;
  });
  $("tab-findings").addEventListener("click", () => inIdleMoments(() => model.indexes.findings.prepare()), { once: true });
}

/** Takes steps whenever there is nothing else to do, as long as they say that there are more. */
function inIdleMoments(step) {
  const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 50));
  idle(() => { if (step()) inIdleMoments(step); });
}
