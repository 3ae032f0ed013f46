/** The dialogs: words and keys, and what can be downloaded. */

import { $ } from "./dom.js";

/** Makes the dialogs open and close. */
export function wireDialogs() {
  for (const name of ["keys", "downloads"]) {
    $(`open-${name}`).addEventListener("click", () => $(name).showModal());
    $(name).addEventListener("click", (event) => {
      if (event.target === $(name) || event.target.closest("[data-close]")) $(name).close();
    });
  }
}

/** Makes the buttons of the downloads hand out what they name (see `createDownloads`). */
export function wireDownloads(downloads) {
  $("downloads").addEventListener("click", (event) => {
    const { original, picture } = event.target.closest("button")?.dataset ?? {};
    if (original) downloads.original(original);
    if (picture) downloads.picture(picture, $("map-title").textContent);
  });
}
