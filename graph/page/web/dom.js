/** The elements of the page, and a small maker of others. Text is only ever text: nothing is parsed as HTML. */

import { partsByDirection } from "./names.js";

/** @import { Make, Mark } from "./types.js" */

/**
 * The element of the template with an id.
 * @type {(id: string) => HTMLElement}
 */
export function $(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * The elements of the page that a selector finds, or those in one of its elements.
 * @type {(selector: string, within?: ParentNode) => HTMLElement[]}
 */
export function elements(selector, within = document) {
  return [...within.querySelectorAll(selector)].map((element) => /** @type {HTMLElement} */ (element));
}

/**
 * A field of the template: one that is typed in, checked, or chosen from.
 * @type {(id: string) => HTMLInputElement & HTMLSelectElement}
 */
export function field(id) {
  return /** @type {any} */ ($(id));
}

/**
 * A dialog of the template.
 * @type {(id: string) => HTMLDialogElement}
 */
export function dialog(id) {
  return /** @type {HTMLDialogElement} */ ($(id));
}

/**
 * Calls `act` with the value of a field, or of one inside, whenever that has changed.
 * @type {(id: string, act: (value: string) => void, kind?: "change" | "input") => void}
 */
export function onChange(id, act, kind = "change") {
  $(id).addEventListener(kind, (event) => act(/** @type {HTMLInputElement} */ (event.target).value));
}

/**
 * What an event happened to.
 * @type {(event: Event) => HTMLElement}
 */
export function targetOf(event) {
  return /** @type {HTMLElement} */ (event.target);
}

/**
 * Whether an element is shown at this width.
 * @type {(element: Element) => boolean}
 */
export function isSeen(element) {
  return element.getClientRects().length > 0;
}

/**
 * Makes `h(name, attributes, ...children)` for a document; a child is an element, a text, or nothing.
 * @type {(document: Document) => Make}
 */
export function elementMaker(document) {
  return (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "onclick") element.addEventListener("click", value);
      else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== "" && child !== false));
    return element;
  };
}

/**
 * The parts of a text in which `code` stands between backticks, as texts and elements.
 * @type {(h: Make, text: string) => (string | HTMLElement)[]}
 */
export function withCode(h, text) {
  return text.split("`").map((part, index) => (index % 2 ? h("code", {}, part) : part));
}

/**
 * The parts of a name, what is written from right to left in elements that keep it apart from what stands beside it.
 * @type {(h: Make, name: string) => (string | HTMLElement)[]}
 */
export function withDirections(h, name) {
  return partsByDirection(name).map((part, index) => (index % 2 ? h("bdi", {}, part) : part));
}

/**
 * Whether an address may be followed: http and https only.
 * @type {(address: string) => boolean}
 */
export function isWebAddress(address) {
  return /^https?:\/\//i.test(address);
}

/**
 * Makes `s(name, attributes, ...children)` for elements of SVG; a child is an element or a text.
 * @type {(document: Document) => (name: string, attributes?: Record<string, any>, ...children: (string | Node)[]) => SVGElement}
 */
export function svgMaker(document) {
  return (name, attributes = {}, ...children) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
}

/**
 * Makes a function that puts a named mark (a symbol of the template) into the page.
 * @type {(document: Document) => Mark}
 */
export function markMaker(document) {
  const svg = "http://www.w3.org/2000/svg";
  return (name) => {
    const picture = document.createElementNS(svg, "svg");
    const use = document.createElementNS(svg, "use");
    picture.setAttribute("class", `mark mark-${name}`);
    picture.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#mark-${name}`);
    picture.append(use);
    return picture;
  };
}
