/** The map with what stands around it: its name, its buttons and keys, and the whole text of what is pointed at. */

import { $, elements, field, isSeen, onChange, targetOf } from "./dom.js";
import { createMap } from "./map.js";
import { count, kindOf, nameOf, support } from "./model.js";
import { cutInFront, isolated } from "./names.js";
import { OVERVIEW } from "./view.js";

/** @import { DrawnMap, Matches, Model, Reader, Theme } from "./types.js" */

/** How long a cause's name with its wider ones may be above the map. */
const MOST_LETTERS = 64;

/**
 * What a key does on the map.
 * @type {Record<string, (map: DrawnMap, reader: Reader) => void>}
 */
const KEYS = {
  "+": (map) => map.zoom(1.25), "=": (map) => map.zoom(1.25), "-": (map) => map.zoom(0.8), 0: (map) => map.fit(),
  ArrowLeft: (map) => map.pan(-1, 0), ArrowRight: (map) => map.pan(1, 0), ArrowUp: (map) => map.pan(0, -1), ArrowDown: (map) => map.pan(0, 1),
  n: (map, reader) => step(map, reader, 1), p: (map, reader) => step(map, reader, -1), Enter: (_, reader) => unfold(reader),
};

/**
 * Makes the map, and the buttons and keys that move it. `theme` gives the colours of now, `leave` is called where the
 * reader goes back to the overview. Gives the map, and `show`, which shows where the reader is.
 * @type {(parts: { vis: any, model: Model, reader: Reader, theme: () => Theme, leave: () => void }) => { map: DrawnMap, show: (matches: Matches) => void }}
 */
export function createMapWithHead({ vis, model, reader, theme, leave }) {
  const map = createMap({ vis, container: $("canvas"), model, theme, choose: (id) => point(reader, model, id), hint: (id) => hint(model, id),
    clipped: (is) => { $("clipped").hidden = !is; } });
  for (const frame of elements("[tabindex]", $("canvas"))) frame.removeAttribute("tabindex");
  for (const [id, key] of [["zoom-in", "+"], ["zoom-out", "-"], ["fit", "0"]]) $(id).addEventListener("click", () => KEYS[key](map, reader));
  $("back").addEventListener("click", leave);
  $("unfold").addEventListener("click", () => {
    unfold(reader);
    $("canvas").focus();
  });
  $("canvas").addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
    KEYS[event.key](map, reader);
    event.preventDefault();
  });
  $("lists").addEventListener("focusin", (event) => map.focus(targetOf(event).closest("[data-id]")?.getAttribute("data-id") ?? ""));
  $("lists").addEventListener("focusout", () => map.focus(""));
  onChange("map-sort", (sort) => reader.go({ sort }));
  new ResizeObserver(() => {
    map.resize();
    showSort(reader);
  }).observe($("canvas"));
  return { map, show: (matches) => showMap(map, model, reader, matches) };
}

/**
 * Chooses a box of the map without leaving what the map shows; the box that is chosen already is unfolded.
 * @type {(reader: Reader, model: Model, id: string) => void}
 */
function point(reader, model, id) {
  if (id && id === reader.selected()) unfold(reader);
  else reader.choose(id, "map", reader.focused());
}

/**
 * Shows what is around the chosen box.
 * @type {(reader: Reader) => void}
 */
function unfold(reader) {
  if (reader.selected()) reader.go({ focus: "" });
}

/**
 * Goes to the box after the chosen one, or before it.
 * @type {(map: DrawnMap, reader: Reader, direction: number) => void}
 */
function step(map, reader, direction) {
  const id = map.next(direction);
  if (!id || id === reader.selected()) return;
  reader.go({ select: id, focus: reader.focused(), view: "map" });
  map.reveal(id);
}

/**
 * Shows the whole text of what is under the pointer.
 * @type {(model: Model, id: string) => void}
 */
function hint({ byId }, id) {
  const item = id ? byId.get(id) : null;
  $("hint").hidden = item === null;
  $("hint").dir = item?.text ? "auto" : "ltr";
  $("hint").textContent = item ? item.text ?? isolated(item.citation ?? `${item.name}: ${support(item)}`) : "";
}

/**
 * Shows the map of what is looked at, and says what it shows.
 * @type {(map: DrawnMap, model: Model, reader: Reader, matches: Matches) => void}
 */
function showMap(map, model, reader, matches) {
  const [id, seen] = [reader.selected(), reader.focused()];
  const { placed, note } = map.show({ name: seen, sort: reader.state.sort, selected: id, matches });
  const title = seen === OVERVIEW ? "All causes and the references they rest on" : nameOf(model, seen);
  $("map-title").textContent = isolated(kindOf(seen) === "cause" ? cutInFront(title, MOST_LETTERS) : title);
  $("map-kind").textContent = seen === OVERVIEW ? "overview" : kindOf(seen);
  $("map-note").textContent = placed.size ? note : "Nothing to draw: neither causes nor references were read.";
  $("unfold").hidden = id === "" || seen === id;
  $("unfold").setAttribute("aria-label", id ? `Unfold what is around: ${nameOf(model, id)}` : "Unfold");
  $("back").hidden = seen === reader.home();
  $("legend-one").hidden = seen !== OVERVIEW;
  showSort(reader);
  const [picture] = elements("canvas", $("canvas"));
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", `Map: ${title}. ${count(placed.size, "box").replace("boxs", "boxes")}. The list and the details say the same in words.`);
}

/**
 * Shows how the overview is sorted, where the list does not.
 * @type {(reader: Reader) => void}
 */
function showSort({ state, focused }) {
  $("map-sorted").hidden = focused() !== OVERVIEW || isSeen($("sorted"));
  field("map-sort").value = state.sort;
}
