/** The elements of the page, and a small maker of others. Text is only ever text: nothing is parsed as HTML. */

import { partsByDirection } from "./names.js";

/** The element of the template with an id. */
export function $(id) {
  return document.getElementById(id);
}

/** Whether an element is shown at this width. */
export function isSeen(element) {
  return element.getClientRects().length > 0;
}

/** Makes `h(name, attributes, ...children)` for a document; a child is an element, a text, or nothing. */
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

/** The parts of a text in which `code` stands between backticks, as texts and elements. */
export function withCode(h, text) {
  return text.split("`").map((part, index) => (index % 2 ? h("code", {}, part) : part));
}

/** The parts of a name, what is written from right to left in elements that keep it apart from what stands beside it. */
export function withDirections(h, name) {
  return partsByDirection(name).map((part, index) => (index % 2 ? h("bdi", {}, part) : part));
}

/** Whether an address may be followed: http and https only. */
export function isWebAddress(address) {
  return /^https?:\/\//i.test(address);
}

/** Makes `s(name, attributes, ...children)` for elements of SVG; a child is an element or a text. */
export function svgMaker(document) {
  return (name, attributes = {}, ...children) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
}

/** Makes a function that puts a named mark (a symbol of the template) into the page. */
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
