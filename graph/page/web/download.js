/** Hands files to the reader: those that the page was made from, and pictures of the map. */

import { bytesOf, fileName, pictureSize, withEdge } from "./export.js";
import { SvgContext } from "./svg.js";
/** @import { OriginalData } from "./data.js" */

/** @import { Bounds, DrawnMap, Make, Theme } from "./types.js" */

/** How long a file's address stays good for the browser to save it, in milliseconds. */
const KEPT = 10_000;

/**
 * Makes the two ways to hand out: `original(id)` and `picture(kind, title)`, where a kind is "svg" or "png".
 * `body` is the page's, `h` makes elements, `theme()` gives the colours of now, and `said` is called with the name of
 * what was handed out.
 * @type {(parts: { body: HTMLElement, h: Make, originals: OriginalData[], map: DrawnMap, theme: () => Theme, said: (name: string) => void }) => { original: (role: string) => Promise<void>, picture: (kind: string, title: string) => void }}
 */
export function createDownloads({ body, h, originals, map, theme, said }) {
  const ruler = contextOf(h("canvas"));
  /** @type {(text: string, font: string) => number} */
  const measure = (text, font) => {
    ruler.font = font;
    return ruler.measureText(text).width;
  };

  /** @type {(name: string, blob: Blob) => void} */
  const save = (name, blob) => {
    const link = h("a", { href: URL.createObjectURL(blob), download: name });
    body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
    said(name);
  };

  /**
   * The whole map on a canvas of its own.
   * @type {(bounds: Bounds) => HTMLCanvasElement}
   */
  const paint = (bounds) => {
    const { scale, width, height } = pictureSize(bounds);
    const canvas = h("canvas", { width, height });
    const ctx = contextOf(canvas);
    ctx.fillStyle = theme().paper;
    ctx.fillRect(0, 0, width, height);
    ctx.scale(scale, scale);
    ctx.translate(-bounds.left, -bounds.top);
    map.draw(ctx);
    return canvas;
  };

  return {
    /** Hands out one of the files that the page was made from. */
    async original(id) {
      const found = /** @type {OriginalData} */ (originals.find((each) => each.id === id));
      save(found.name, new Blob([await bytesOf(found)], { type: found.type }));
    },
    /** Hands out the whole map as it is now. */
    picture(kind, title) {
      const bounds = withEdge(map.bounds());
      const name = `${fileName("map", title)}.${kind}`;
      if (kind === "png") return paint(bounds).toBlob((blob) => blob && save(name, blob), "image/png");
      const ctx = new SvgContext(measure);
      map.draw(ctx);
      return save(name, new Blob([ctx.picture(bounds, title, theme().paper)], { type: "image/svg+xml" }));
    },
  };
}

/**
 * What draws on a canvas.
 * @type {(canvas: HTMLCanvasElement) => CanvasRenderingContext2D}
 */
function contextOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}
