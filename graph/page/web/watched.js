/** Loads a page again once it was written anew, which the file beside it says; only a page that is watched has this. */

const { nonce, dataset: { beside } } = /** @type {HTMLScriptElement} */ (document.currentScript);
const SECOND = 1000;

/** Asks the file beside the page what was written last; nothing more is asked where that is gone. */
const timer = setInterval(() => {
  const script = document.createElement("script");
  script.addEventListener("load", () => {
    script.remove();
    if (document.documentElement.dataset.written !== nonce) location.reload();
  });
  script.addEventListener("error", () => clearInterval(timer));
  script.nonce = nonce;
  script.src = `${beside}?${Date.now()}`; // else it would be remembered
  document.head.append(script);
}, SECOND);
