import assert from "node:assert/strict";
import test from "node:test";

import {
  atQuote, bytesOf, citationText, createOriginals, fileName, madeEntry, pictureSize, textOf,
} from "../../../graph/page/web/export.js";

const PACKED = { role: "claims", file: "a:b.csv", gzip: "H4sIAAAAAAACA0ssTgEAcfeZ+AMAAAA=" };
const encode = (text) => new TextEncoder().encode(text);

test("packed bytes are unpacked", async () => assert.equal(textOf(await bytesOf(PACKED)), "asd"));
test("an original is read where a place is in it", async () => assert.equal(await createOriginals([PACKED])("a:b.csv:3"), "asd"));
test("an original that there is not is empty", async () => assert.equal(await createOriginals([PACKED])("b.csv:3"), ""));
test("text that is not UTF-8 is Windows-1252", () => assert.equal(textOf(Uint8Array.of(0x80, 0xe9)), "€é"));
test("a byte order mark says UTF-16", () => assert.equal(textOf(Uint8Array.of(0xff, 0xfe, 0x61, 0)), "a"));
test("line breaks are those that lines are counted by", () => assert.equal(textOf(encode("a\r\nb\rc")), "a\nb\nc"));
test("a citation ends in its address", () => {
  assert.equal(citationText({ citation: "Müller (2015). Iron.", links: [["DOI", "https://doi.org/10.1/x"]] }), "Müller (2015). Iron. https://doi.org/10.1/x");
});
test("an entry can be made of what is shown", () => {
  const made = madeEntry({ key: "a b", authors: "Müller, J.; Roe, R.", title: "50 % of {all}", year: "2015", links: [] });
  assert.equal(made, "@misc{ab,\n  author = {Müller, J. and Roe, R.},\n  title = {50 \\% of all},\n  year = {2015},\n}");
});
for (const [address, quote, expected] of [
  ["https://x.org/a", "low iron", "https://x.org/a#:~:text=low%20iron"],
  ["https://x.org/a#b", "a-b, c", "https://x.org/a#b:~:text=a%2Db%2C%20c"],
  ["https://x.org/a#:~:text=old", "new", "https://x.org/a#:~:text=new"],
  ["https://x.org/", "1 2 3 4 5 6 7 8 9 10 11 12 13", "https://x.org/#:~:text=1%202%203%204%205,9%2010%2011%2012%2013"],
]) test(`${address} opens at ${quote}`, () => assert.equal(atQuote(address, quote), expected));
test("a picture is twice as large as the map", () => {
  assert.deepEqual(pictureSize({ left: -10, right: 90, top: 0, bottom: 50 }), { scale: 2, width: 200, height: 100 });
});
test("a picture is no larger than a browser draws", () => {
  const { width, height } = pictureSize({ left: 0, right: 1000, top: 0, bottom: 100_000 });
  assert.ok(height <= 16_000 && width * height <= 60e6);
});
test("a file is named in plain letters", () => assert.equal(fileName("map", "Sjögren's <b>"), "map-sjogren-s-b"));
test("a file has a name in any case", () => assert.equal(fileName("", "אב"), "map"));
