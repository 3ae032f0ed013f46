import assert from "node:assert/strict";
import test from "node:test";

import { SvgContext, escapeXml } from "../../../graph/page/web/svg.js";

/** A context in which every character is ten wide. */
const context = () => Object.assign(new SvgContext((text) => text.length * 10), { font: "600 13px Serif, \"A & B\"" });

/** What drawing writes. */
function drawn(draw) {
  const ctx = context();
  draw(ctx);
  return ctx.parts.join("");
}

test("text is escaped", () => assert.equal(escapeXml(`<a b="c">'&`), "&lt;a b=&quot;c&quot;&gt;&#39;&amp;"));
test("what XML cannot hold is replaced", () => assert.equal(escapeXml("a\u001b\ud83d"), "a\ufffd\ufffd"));
test("text keeps its font and place", () => {
  assert.equal(drawn((ctx) => ctx.fillText("</text>", 1.234, 2)), '<text x="1.23" y="2" fill="#000" font-family="Serif, &quot;A &amp; B&quot;"'
    + ' font-size="13" font-weight="600" text-anchor="start">&lt;/text&gt;</text>');
});
test("text that is too wide is squeezed", () => assert.match(drawn((ctx) => ctx.fillText("long", 0, 0, 20)), /textLength="20" lengthAdjust="spacingAndGlyphs"/));
test("a line keeps its dashes", () => {
  const line = drawn((ctx) => {
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.bezierCurveTo(1, 2, 3, 4, 5, 6);
    ctx.setLineDash([8, 5]);
    ctx.stroke();
  });
  assert.equal(line, '<path d="M0 0C1 2 3 4 5 6" fill="none" stroke="#000" stroke-width="1" stroke-dasharray="8 5"/>');
});
test("what is faint stays faint", () => {
  assert.match(drawn((ctx) => { ctx.globalAlpha = 0.3; ctx.fillRect(0, 0, 1, 1); }), /opacity="0.3"/);
});
test("a clip is closed again", () => {
  assert.match(drawn((ctx) => { ctx.save(); ctx.rect(0, 0, 1, 1); ctx.clip(); ctx.restore(); }), /<g clip-path="url\(#clip-1\)"><\/g>$/);
});
test("a picture has a title and a ground", () => {
  const picture = context().picture({ left: -1, top: 0, right: 9, bottom: 5 }, "<Map>", "#fff");
  assert.match(picture, /viewBox="-1 0 10 5".*<title>&lt;Map&gt;<\/title>\n<rect x="-1" y="0" width="10" height="5" fill="#fff"\/>/s);
});
