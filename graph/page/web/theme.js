/** The colours of the page, as the canvas needs them; they follow the reader's light or dark. */

/** @import { Theme } from "./types.js" */

const PROPERTIES = {
  paper: "--paper", panel: "--panel", ink: "--ink", muted: "--muted", rule: "--rule", hover: "--hover", focus: "--focus",
  sourced: "--sourced", sourcedSoft: "--sourced-soft", unsourced: "--unsourced", unsourcedSoft: "--unsourced-soft",
  contested: "--contested", refuted: "--refuted", font: "--font",
};

/**
 * Makes a function that gives the colours of now; `changed` is called when they have become others.
 * @type {(changed: () => void) => () => Theme}
 */
export function createTheme(changed) {
  let theme = read();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    theme = read();
    changed();
  });
  return () => theme;
}

/**
 * Reads the colours from the style.
 * @type {() => Theme}
 */
function read() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(Object.entries(PROPERTIES).map(([name, property]) => [name, style.getPropertyValue(property).trim()]));
}
