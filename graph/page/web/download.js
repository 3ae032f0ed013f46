/** Hands files to the reader: those that the page was made from, the findings, and pictures of the map. */

import { bytesOf, fileName, findingsText, pictureSize, withEdge } from "./export.js";
import { SvgContext } from "./svg.js";
/** @import { OriginalData, ShownData } from "./data.js" */
/** @import { EvidenceMap } from "./map.js" */
/** @import { Bounds, Make, Theme } from "./types.js" */

/** How long a file's address stays good for the browser to save it, in milliseconds. */
const KEPT = 10_000;

/**
 * Makes the ways to hand out: `original(id)`, `findings(name)` and `picture(kind, title)`, where a kind is "svg" or "png".
 * `body` is the page's, `h` makes elements, `theme()` gives the colours of now, and `said` is called with the name of
 * what was handed out.
 * @type {(parts: { body: HTMLElement, h: Make, data: ShownData, map: EvidenceMap, theme: () => Theme, said: (name: string) => void }) => { original: (id: string) => Promise<void>, findings: (name: string) => void, picture: (kind: string, title: string) => void }}
 */
export function createDownloads({ body, h, data, map, theme, said }) {
  /** @type {(name: string, blob: Blob) => void} */
  const save = (name, blob) => {
    handOut(body, h("a", { href: URL.createObjectURL(blob), download: name }));
    said(name);
  };
  return {
    /** Hands out one of the files that the page was made from. */
    async original(id) {
      const found = /** @type {OriginalData} */ (data.originals.find((each) => each.id === id));
      save(found.name, new Blob([await bytesOf(found)], { type: found.type }));
    },
    /** Hands out what the audit found. */
    findings(name) {
      save(name, new Blob([findingsText(data)], { type: "application/json" }));
    },
    /** Hands out the whole map as it is now. */
    picture(kind, title) {
      const bounds = withEdge(map.bounds());
      const name = `${fileName("map", title)}.${kind}`;
      if (kind === "png") return paint(h, map, bounds, theme().paper).toBlob((blob) => blob && save(name, blob), "image/png");
      const ctx = new SvgContext(measureWith(contextOf(h("canvas"))));
      map.draw(ctx);
      return save(name, new Blob([ctx.picture(bounds, title, theme().paper)], { type: "image/svg+xml" }));
    },
  };
}

/**
 * Follows a link to a file that is to be saved, and forgets its address later.
 * @type {(body: HTMLElement, link: HTMLAnchorElement) => void}
 */
function handOut(body, link) {
  body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

/**
 * The whole map on a canvas of its own, on a ground.
 * @type {(h: Make, map: EvidenceMap, bounds: Bounds, ground: string) => HTMLCanvasElement}
 */
function paint(h, map, bounds, ground) {
  const { scale, width, height } = pictureSize(bounds);
  const canvas = h("canvas", { width, height });
  const ctx = contextOf(canvas);
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, width, height);
  ctx.scale(scale, scale);
  ctx.translate(-bounds.left, -bounds.top);
  map.draw(ctx);
  return canvas;
}

/**
 * What knows how wide a text is in a font.
 * @type {(ruler: CanvasRenderingContext2D) => (text: string, font: string) => number}
 */
function measureWith(ruler) {
  return (text, font) => {
    ruler.font = font;
    return ruler.measureText(text).width;
  };
}

/**
 * What draws on a canvas.
 * @type {(canvas: HTMLCanvasElement) => CanvasRenderingContext2D}
 */
function contextOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}
