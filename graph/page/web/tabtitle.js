/** The title of the browser's tab: what is chosen, then the page's own. */

const MOST = 60;

/**
 * Makes a function that has the tab of a document say what is chosen; nothing is, where its name is empty.
 * @type {(document: Document) => (name: string) => void}
 */
export function createTabTitle(document) {
  const page = document.title;
  return (name) => { document.title = tabTitle(name, page); };
}

/**
 * What the tab says; of a long name the beginning.
 * @type {(name: string, page: string) => string}
 */
export function tabTitle(name, page) {
  const letters = Array.from(name);
  return name ? `${letters.length > MOST ? `${letters.slice(0, MOST - 1).join("").trimEnd()}…` : name} · ${page}` : page;
}
