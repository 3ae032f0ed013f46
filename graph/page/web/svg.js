/** A canvas context that writes SVG: as much of one as the map's painters use. Text is escaped. */

const ANCHORS = { left: "start", right: "end", center: "middle" };
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
// What XML 1.0 cannot hold.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it stands in XML. */
export function escapeXml(text) {
  return String(text).toWellFormed().replace(UNWRITABLE, "\ufffd").replace(/[&<>"']/g, (each) => ENTITIES[each]);
}

/** A number with at most two decimals. */
function short(number) {
  return String(Math.round(number * 100) / 100);
}

/** The context; `measure(text, font)` gives the width of a text. */
export class SvgContext {
  constructor(measure) {
    this.measure = measure;
    this.parts = [];
    this.path = "";
    this.dash = [];
    this.saved = [];
    this.clips = 0;
    this.font = "10px sans-serif";
    this.fillStyle = "#000";
    this.strokeStyle = "#000";
    this.lineWidth = 1;
    this.globalAlpha = 1;
    this.textAlign = "left";
    this.textBaseline = "alphabetic";
  }

  /** Writes an element with attributes and perhaps text. */
  element(name, attributes, text = null) {
    const given = Object.entries(attributes).filter(([, value]) => value !== null && value !== "");
    const written = given.map(([key, value]) => ` ${key}="${escapeXml(typeof value === "number" ? short(value) : value)}"`).join("");
    this.parts.push(text === null ? `<${name}${written}/>` : `<${name}${written}>${escapeXml(text)}</${name}>`);
  }

  /** What is drawn faintly says so. */
  opacity() {
    return this.globalAlpha < 1 ? this.globalAlpha : null;
  }

  beginPath() { this.path = ""; }
  moveTo(x, y) { this.path += `M${short(x)} ${short(y)}`; }
  lineTo(x, y) { this.path += `L${short(x)} ${short(y)}`; }
  bezierCurveTo(...numbers) { this.path += `C${numbers.map(short).join(" ")}`; }
  rect(x, y, width, height) { this.path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`; }
  setLineDash(dash) { this.dash = dash; }

  roundRect(x, y, width, height, radius) {
    const r = Math.min(radius, width / 2, height / 2);
    const corner = (right, down) => `a${short(r)} ${short(r)} 0 0 1 ${short(right)} ${short(down)}`;
    this.path += `M${short(x + r)} ${short(y)}h${short(width - 2 * r)}${corner(r, r)}v${short(height - 2 * r)}${corner(-r, r)}`
      + `h${short(2 * r - width)}${corner(-r, -r)}v${short(2 * r - height)}${corner(r, -r)}Z`;
  }

  fill() { this.element("path", { d: this.path, fill: this.fillStyle, opacity: this.opacity() }); }

  stroke() {
    this.element("path", { d: this.path, fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth,
      "stroke-dasharray": this.dash.join(" "), opacity: this.opacity() });
  }

  fillRect(x, y, width, height) { this.element("rect", { x, y, width, height, fill: this.fillStyle, opacity: this.opacity() }); }

  strokeRect(x, y, width, height) {
    if (width <= 0 || height <= 0) return;
    this.element("rect", { x, y, width, height, fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth, opacity: this.opacity() });
  }

  measureText(text) { return { width: this.measure(text, this.font) }; }

  fillText(text, x, y, most = Infinity) {
    const { weight = null, size = null, family = null } = /^(?<weight>\d+) (?<size>[\d.]+)px (?<family>.*)$/s.exec(this.font)?.groups ?? {};
    const squeezed = this.measure(text, this.font) > most;
    this.element("text", { x, y, fill: this.fillStyle, "font-family": family, "font-size": size, "font-weight": weight,
      "text-anchor": ANCHORS[this.textAlign], "dominant-baseline": this.textBaseline === "middle" ? "central" : null,
      textLength: squeezed ? most : null, lengthAdjust: squeezed ? "spacingAndGlyphs" : null, opacity: this.opacity() }, text);
  }

  save() { this.saved.push(0); }

  clip() {
    this.clips += 1;
    this.parts.push(`<clipPath id="clip-${this.clips}"><path d="${this.path}"/></clipPath><g clip-path="url(#clip-${this.clips})">`);
    this.saved[this.saved.length - 1] += 1;
  }

  restore() { this.parts.push("</g>".repeat(this.saved.pop() ?? 0)); }

  /** All that was drawn as a picture of these bounds on this ground. */
  picture({ left, top, right, bottom }, title, ground) {
    const [width, height] = [right - left, bottom - top];
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${short(height)}" `
      + `viewBox="${[left, top, width, height].map(short).join(" ")}" role="img">\n<title>${escapeXml(title)}</title>\n`
      + `<rect x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}" fill="${escapeXml(ground)}"/>\n`
      + `${this.parts.join("\n")}\n</svg>\n`;
  }
}
