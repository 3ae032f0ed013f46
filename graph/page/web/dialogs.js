/** The dialogs: words and keys, and what can be downloaded. */

import { $, dialog, targetOf } from "./dom.js";

/** Makes the dialogs open and close. */
export function wireDialogs() {
  for (const name of ["keys", "downloads"]) {
    $(`open-${name}`).addEventListener("click", () => dialog(name).showModal());
    $(name).addEventListener("click", (event) => {
      if (event.target === $(name) || targetOf(event).closest("[data-close]")) dialog(name).close();
    });
  }
}

/**
 * Makes the buttons of the downloads hand out what they name (see `createDownloads`).
 * @type {(downloads: { original: (id: string) => Promise<void>, findings: (name: string) => void, picture: (kind: string, title: string) => void }) => void}
 */
export function wireDownloads(downloads) {
  $("downloads").addEventListener("click", (event) => {
    const { original, findings, picture } = targetOf(event).closest("button")?.dataset ?? {};
    if (original) void downloads.original(original);
    if (findings) downloads.findings(findings);
    if (picture) downloads.picture(picture, $("map-title").textContent);
  });
}
