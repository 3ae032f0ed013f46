/** The panel: everything about the cause, claim or reference that is looked at. */

import { isWebAddress, withCode, withDirections } from "./dom.js";
import { atQuote, citationText, madeEntry, originalAt } from "./export.js";
import { rootWords, tallyOf, tallyWords } from "./findings.js";
import { STANCES, causesThatFall, claimsApart, count, fallsWith, findingsInside, groupBy, kindOf, liftedWith, restsOn } from "./model.js";
import { digits } from "./numbers.js";
import { NOTICES, REASONS, STATE_WORDS, WORST_FIRST } from "./states.js";
import { entryAt, lineOf, nextLine, writtenAt } from "./written.js";

/** @import { CitationData, SourceData, Stance, State } from "./data.js" */
/** @import { Cause, Child, Claim, Kind, Model, PanelKit, PanelParts, Reference } from "./types.js" */

const MOST = 100;
/** @type {Record<Stance, (claims: string) => string>} */
const STANCE_TITLES = {
  supports: (claims) => `Supports ${claims}`, disputes: (claims) => `Disputes ${claims}`,
  qualifies: (claims) => `Qualifies ${claims}`, mentions: (claims) => `Mentioned only, for ${claims}`,
};
const BASIS_WORDS = { inferred: "inferred by the curator", cited: "cited in the text" };

/**
 * Makes a function from an id to the panel's content.
 * `h` makes elements, `mark` makes marks, `choose` is called with the id of what is chosen, `copy` with a text (or a
 * promise of one) and the button that asks for it, `showFindings` with the id of a cause, and `original` gives
 * the file that a place is in as text.
 * @type {(model: Model, parts: PanelParts) => (id: string) => Child[]}
 */
export function createPanel(model, { h, mark, choose, copy, showFindings, original }) {
  const kit = { model, h, mark, choose, copy, showFindings, original };
  // An item is what its id says, which no type can follow.
  /** @type {Record<Kind, (kit: PanelKit, item: any) => Child[]>} */
  const drawers = { cause: causePanel, claim: claimPanel, reference: referencePanel };
  return (id) => drawers[kindOf(id)](kit, model.byId.get(id));
}

/**
 * A claim.
 * @type {(kit: PanelKit, claim: Claim) => Child[]}
 */
function claimPanel(kit, claim) {
  const { h, model } = kit;
  return [
    heading(kit, "Claim", claim.text),
    stateLine(kit, claim.state),
    h("p", { class: "small" }, `${REASONS[claim.state]}.`),
    facts(kit, [
      ["Cause", link(kit, claim.cause, model.byId.get(claim.cause).name)],
      ["Involves", claim.involves.length > 0 && h("ul", { class: "plain" },
        claim.involves.map((id) => h("li", {}, link(kit, id, model.byId.get(id).name))))],
      ["Figures", claim.figures],
      ["Population", claim.population],
      ["Kind", claim.kind.replace("-", " ")],
      ["Section", [claim.section, claim.paragraph && `paragraph ${claim.paragraph}`].filter(Boolean).join(", ")],
      ["Quote", quoted(kit, claim)],
      ["Note", claim.note],
      ["Reviewed", claim.reviewed],
      ...claim.extra.map(([name, cell]) => /** @type {[string, Child]} */ ([name, isWebAddress(cell) ? webLink(kit, cell, cell) : cell])),
      [originalAt(model.data.originals ?? [], claim.place)?.role === "article" ? "Place" : "Row", h("code", {}, `${claim.key}, ${claim.place}`)],
    ]),
    section(kit, count(claim.citations.length, "citation"), claim.citations.length
      ? h("ul", { class: "cards" }, claim.citations.map((citation) => citationCard(kit, citation)))
      : h("p", { class: "gap-note" }, "Nothing in the bibliography is cited for this claim.")),
    candidates(kit, claim),
    findings(kit, claim.id),
    asWritten(kit, claim, model.data.claims),
  ];
}

/**
 * A citation of a claim, with its reference in full.
 * @type {(kit: PanelKit, citation: CitationData) => HTMLElement}
 */
function citationCard(kit, citation) {
  const { h, model } = kit;
  const reference = model.byId.get(citation.reference);
  const how = [BASIS_WORDS[citation.basis], citation.locator].filter(Boolean).join(" · ");
  return h("li", { class: `card stance-${citation.stance}` },
    h("p", { class: "card-head" }, stance(kit, citation.stance), " ",
      reference ? link(kit, reference.id, citation.label) : h("code", {}, citation.label)),
    h("p", { class: "small" }, how),
    ...sourceSays(kit, citation.source),
    reference ? h("p", { class: "citation" }, withDirections(h, reference.citation))
      : h("p", { class: "gap-note" }, "This reference is not in the bibliography."),
    reference ? addresses(kit, reference, citation.source?.quote ? `“${citation.source.quote}”` : citation.locator) : null,
    reference ? copies(kit, reference) : null);
}

/**
 * What might carry a claim without a source, or why nothing was looked for: no source, and said to be none.
 * @type {(kit: PanelKit, claim: Claim) => Child}
 */
function candidates(kit, { state, candidates: found }) {
  const { h, model: { data, byId } } = kit;
  const title = "Might be carried by";
  if (data.too_many && NOTICES[state] === "no source") return section(kit, title, h("p", { class: "small" }, withCode(h, data.too_many)));
  return found.length === 0 ? null : section(kit, title,
    h("p", { class: "small" }, "Suggestions by shared words. Nobody has checked them, and they count nowhere."),
    h("ul", { class: "lines" }, found.map(({ reference, words }) => h("li", {}, link(kit, reference, byId.get(reference).label),
      h("span", { class: "small shared" }, "both have: ", words.flatMap((word, index) => [index ? ", " : "", h("bdi", {}, word)]))))));
}

/**
 * What the reference itself states about the claim, and who looked.
 * @type {(kit: PanelKit, source: SourceData) => Child[]}
 */
function sourceSays({ h }, { quote = "", figures = "", design = "", checked = "" } = {}) {
  return [
    (quote || figures) && h("p", { class: "said" }, "The source says: ", quote && h("q", { dir: "auto" }, quote),
      quote && figures && "; ", figures && h("span", { dir: "auto" }, figures)),
    (design || checked) && h("p", { class: "small", dir: "auto" }, [design, checked].filter(Boolean).join(" · ")),
  ];
}

/**
 * A cause.
 * @type {(kit: PanelKit, cause: Cause) => Child[]}
 */
function causePanel(kit, cause) {
  const { h, model } = kit;
  const { about, involving } = claimsApart(model, cause);
  const references = restsOn(model, cause);
  const narrower = model.data.causes.filter((each) => each.wider === cause.id);
  return [
    heading(kit, "Cause", cause.label),
    coverageLine(kit, cause),
    facts(kit, [
      ["Part of", cause.wider && link(kit, cause.wider, model.byId.get(cause.wider).name)],
      ["Narrower", narrower.length > 0 && h("ul", { class: "plain" },
        some(kit, narrower, (each) => h("li", {}, link(kit, each.id, each.label), ` – ${each.words}`)))],
    ]),
    section(kit, restsTitle(cause), references.length
      ? h("ul", { class: "lines" }, some(kit, references, ({ reference, claims: number }) => h("li", {},
        link(kit, reference.id, reference.label), ` – ${count(number, "claim")}`)))
      : h("p", { class: "gap-note" }, "No source: nothing that is said about this cause rests on a reference.")),
    ...WORST_FIRST.map((state) => claimSection(kit, STATE_WORDS[state], about.filter((claim) => claim.state === state), cause.id)),
    claimSection(kit, "Involve it", involving, cause.id),
    findings(kit, cause.id),
    allFindings(kit, cause),
  ];
}

/**
 * How many of a cause's claims are sourced, and what stands out: those that nothing carries, refuted ones above all.
 * @type {(kit: PanelKit, cause: Cause) => HTMLElement}
 */
function coverageLine({ h }, cause) {
  const bare = cause.mentioned + cause.unsourced;
  const stands = [
    { number: cause.refuted, state: "refuted", words: "refuted" }, { number: bare, state: "unsourced", words: "without a source" },
    { number: cause.contested, state: "contested", words: "contested" },
  ];
  const loud = stands.filter(({ number }) => number > 0).flatMap(({ number, state, words }) => [", ", h("strong", { class: `state-${state}` }, `${digits(number)} ${words}`)]);
  const also = cause.involving ? ` (${digits(cause.involving_sourced)} of those sourced)` : "";
  return h("p", { class: "lead" }, cause.words, also, ...(loud.length ? [": ", ...loud.slice(1)] : []), ".");
}

/**
 * The title of what a cause rests on; of references that are not heard twice there may be fewer.
 * @type {(cause: Cause) => string}
 */
function restsTitle({ references, independent }) {
  return independent < references ? `Rests on ${digits(references)}, ${digits(independent)} independent` : "Rests on";
}

/**
 * Leads to the findings about a cause and its claims, of which the cause's own are shown already.
 * @type {(kit: PanelKit, cause: Cause) => Child}
 */
function allFindings({ h, model, showFindings }, cause) {
  const all = findingsInside(model, cause);
  const own = model.findingsOf.get(cause.id)?.length ?? 0;
  return all.length === own ? null : h("p", { class: "more" },
    h("button", { type: "button", class: "link", onclick: () => showFindings(cause.id) }, `${own ? "All " : ""}${count(all.length, "finding")} about it and its claims`));
}

/**
 * A reference.
 * @type {(kit: PanelKit, reference: Reference) => Child[]}
 */
function referencePanel(kit, reference) {
  const { h, model } = kit;
  const cited = model.citing.get(reference.id) ?? [];
  const byStance = groupBy(cited, ({ citation }) => citation.stance);
  return [
    heading(kit, "Reference", reference.label),
    h("p", { class: "citation" }, withDirections(h, reference.citation)),
    addresses(kit, reference),
    copies(kit, reference),
    facts(kit, [
      ["List", reference.group],
      ["Design", reference.design],
      ["Entry", h("code", {}, `${reference.key}, ${reference.place}`)],
    ]),
    cited.length === 0 ? h("p", { class: "gap-note" }, "Unused: no claim cites this reference.") : null,
    fallSection(kit, reference),
    liftedSection(kit, reference),
    ...STANCES.map((name) => ({ name, claims: (byStance.get(name) ?? []).map(({ claim }) => claim) })).map(({ name, claims }) =>
      claimSection(kit, STANCE_TITLES[name](count(claims.length, "claim")), claims)),
    findings(kit, reference.id),
    asWritten(kit, reference, model.data.references),
  ];
}

/**
 * What would no longer be refuted without a reference.
 * @type {(kit: PanelKit, reference: Reference) => Child}
 */
function liftedSection(kit, reference) {
  const { h, model } = kit;
  const claims = liftedWith(model, reference.id);
  return claims.length === 0 ? null : section(kit, "Alone refutes",
    h("p", {}, `Without this reference, ${count(claims.length, "claim")} would no longer be refuted:`),
    h("ul", { class: "claims" }, some(kit, claims, (claim) => claimLine(kit, claim))));
}

/**
 * What would lose its last source with a reference.
 * @type {(kit: PanelKit, reference: Reference) => Child}
 */
function fallSection(kit, reference) {
  const { h, model } = kit;
  const claims = fallsWith(model, reference.id);
  if (claims.length === 0) return null;
  const causes = causesThatFall(model, reference.id);
  return section(kit, "Falls with it",
    h("p", {}, `Without this reference, ${count(claims.length, "claim")} would have no source left`,
      causes.length ? `, and ${count(causes.length, "cause")} no sourced claim:` : "."),
    causes.length ? h("ul", { class: "lines" }, some(kit, causes, (cause) => h("li", {}, link(kit, cause.id, cause.name)))) : null,
    h("ul", { class: "claims" }, some(kit, claims, (claim) => claimLine(kit, claim))));
}

/**
 * The elements of the first things of a list, and a last one that says how many more there are.
 * @type {<T>(kit: PanelKit, things: T[], draw: (thing: T) => HTMLElement) => HTMLElement[]}
 */
function some({ h }, things, draw) {
  const more = things.length - MOST;
  const drawn = things.slice(0, MOST).map(draw);
  return more > 0 ? [...drawn, h("li", { class: "small" }, `and ${digits(more)} more, which the list has.`)] : drawn;
}

/**
 * A titled list of claims, or nothing where there are none; `causeId` is the cause that it is a list of.
 * @type {(kit: PanelKit, title: string, claims: Claim[], causeId?: string) => Child}
 */
function claimSection(kit, title, claims, causeId = "") {
  if (claims.length === 0) return null;
  const list = kit.h("ul", { class: "claims" }, some(kit, claims, (claim) => claimLine(kit, claim, causeId)));
  return section(kit, causeId ? `${title} (${claims.length})` : title, list);
}

/**
 * A claim in a list, with its cause where that is another than the list's.
 * @type {(kit: PanelKit, claim: Claim, causeId?: string) => HTMLElement}
 */
function claimLine(kit, claim, causeId = "") {
  const { h, model, mark } = kit;
  const named = causeId ? [claim.cause] : [claim.cause, ...claim.involves];
  const cause = named.filter((id) => id !== causeId).map((id) => model.byId.get(id).name).join("; involves ");
  return h("li", {}, mark(claim.state), h("span", {}, link(kit, claim.id, claim.text), h("span", { class: "sr" }, ` ${STATE_WORDS[claim.state]}.`),
    cause && h("span", { class: "small" }, ` ${cause}`)));
}

/**
 * The findings about an id, each with why its rule is one.
 * @type {(kit: PanelKit, id: string) => Child}
 */
function findings(kit, id) {
  const { h, model, mark } = kit;
  const found = model.findingsOf.get(id) ?? [];
  if (found.length === 0) return null;
  return section(kit, tallyWords(tallyOf(found)), h("ul", { class: "cards" }, found.map((finding) =>
    h("li", { class: `card finding-${finding.severity}` },
      h("p", { class: "card-head" }, mark(finding.severity), h("b", {}, finding.severity), " ",
        h("code", {}, finding.code), ` ${finding.rule}`),
      h("p", {}, finding.message),
      h("p", { class: "small" }, withCode(h, model.ruleByCode.get(finding.code)?.why ?? "")),
      h("p", { class: "small" }, h("code", {}, finding.place), finding.follows.length > 0 && ` · ${rootWords(model, finding)}`)))));
}

/**
 * The panel's heading, which takes the focus when the panel is opened by keyboard.
 * @type {(kit: PanelKit, kind: string, text: string) => HTMLElement}
 */
function heading({ h }, kind, text) {
  const words = kind === "Claim" ? h("span", { class: "panel-text", dir: "auto" }, text) : h("span", { class: "panel-text" }, withDirections(h, text));
  return h("h2", { tabindex: "-1", class: "panel-title" }, h("span", { class: "eyebrow" }, kind), h("span", { class: "sr" }, ": "), words);
}

/**
 * A claim's state by mark and word.
 * @type {(kit: PanelKit, state: State) => HTMLElement}
 */
function stateLine({ h, mark }, state) {
  return h("p", { class: `state state-${state}` }, mark(state), STATE_WORDS[state]);
}

/**
 * A stance by line and word.
 * @type {(kit: PanelKit, name: Stance) => HTMLElement}
 */
function stance({ h, mark }, name) {
  return h("span", { class: `stance stance-${name}` }, mark(name), name);
}

/**
 * A titled part of the panel.
 * @type {(kit: PanelKit, title: string, ...content: (Child | Child[])[]) => HTMLElement}
 */
function section({ h }, title, ...content) {
  return h("section", {}, h("h3", {}, title), ...content);
}

/**
 * Names and values; those without a value are left out.
 * @type {(kit: PanelKit, pairs: [string, Child][]) => Child}
 */
function facts({ h }, pairs) {
  const given = pairs.filter(([, value]) => value);
  return given.length === 0 ? null
    : h("dl", {}, given.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", { dir: "auto" }, value))));
}

/**
 * A button that leads to another cause, claim or reference.
 * @type {(kit: PanelKit, id: string, text: string) => HTMLElement}
 */
function link({ h, choose }, id, text) {
  return h("button", { type: "button", class: "link", "data-go": id, dir: kindOf(id) === "claim" && "auto", onclick: () => choose(id) },
    kindOf(id) === "claim" ? text : withDirections(h, text));
}

/**
 * The addresses of a reference as links; what cannot be followed is shown as text. A quoted locator is opened at.
 * @type {(kit: PanelKit, reference: Reference, locator?: string) => Child}
 */
function addresses(kit, reference, locator = "") {
  const { h } = kit;
  const followed = reference.links.filter(([, address]) => isWebAddress(address));
  const links = followed.map(([name, address]) => h("li", {}, webLink(kit, address, name === "DOI"
    ? decoded(address.replace("https://doi.org/", "doi:")) : name)));
  const quote = /^["“„«](.{8,})["”“»]$/s.exec(locator.trim())?.[1];
  const page = followed.findLast(([name]) => name !== "PubMed")?.[1];
  if (quote && page) links.push(h("li", {}, webLink(kit, atQuote(page, quote), "Open at the quote")));
  const texts = reference.identifier.map(([name, text]) => h("li", {}, `${name}: `, h("code", {}, text)));
  return links.length + texts.length ? h("ul", { class: "addresses" }, links, texts) : null;
}

/**
 * A link that leads out of the page.
 * @type {(kit: PanelKit, address: string, text: string) => HTMLElement}
 */
function webLink({ h }, address, text) {
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, text);
}

/**
 * An address as it is read, where it can be.
 * @type {(address: string) => string}
 */
function decoded(address) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * A claim's quote, where it is in other words than the claim, and links that open the pages that its row names there.
 * @type {(kit: PanelKit, claim: Claim) => Child}
 */
function quoted(kit, { quote, text, extra }) {
  const { h } = kit;
  const pages = quote ? extra.filter(([, cell]) => isWebAddress(cell)) : [];
  const links = pages.map(([, address]) => h("span", { class: "small quote-link" }, webLink(kit, atQuote(address, quote), "Open at the quote")));
  const words = quote === text ? null : h("q", {}, quote);
  return quote && (words || links.length) ? h("span", {}, words, links) : null;
}

/**
 * A reference as BibTeX: its entry as it was written, or else one that was made of it.
 * @type {(kit: PanelKit, reference: Reference) => Promise<string>}
 */
async function asBibtex(kit, reference) {
  const { bibtex, place, key } = reference;
  return bibtex || entryAt(await kit.original(place), lineOf(place), key) || madeEntry(reference);
}

/**
 * Buttons that copy a reference.
 * @type {(kit: PanelKit, reference: Reference) => HTMLElement}
 */
function copies(kit, reference) {
  /** @type {(text: string, wanted: () => Promise<string>) => HTMLElement} */
  const button = (text, wanted) => kit.h("li", {}, kit.h("button", {
    type: "button", class: "copy", "aria-label": `${text}: ${reference.label}`, onclick: /** @type {(event: { currentTarget: HTMLElement }) => void} */ ((event) => void kit.copy(wanted(), event.currentTarget)) }, text));
  return kit.h("ul", { class: "copies" }, button("Copy as text", () => Promise.resolve(citationText(reference))),
    button("Copy as BibTeX", () => asBibtex(kit, reference)));
}

/**
 * A claim or reference as it is written in the file, unpacked when it is asked for; nothing where the page has no file,
 * or one that is no text. `kin` are all things of its kind.
 * @type {(kit: PanelKit, thing: Claim | Reference, kin: (Claim | Reference)[]) => Child}
 */
function asWritten(kit, { place, key }, kin) {
  const { h, model } = kit;
  const file = originalAt(model.data.originals ?? [], place);
  if (!file?.form) return null;
  const text = h("pre", { dir: "auto", tabindex: "0", "aria-label": `As written, ${place}` });
  const details = h("details", { class: "written" }, h("summary", {}, `As written in ${file.name}`), text);
  const show = async () => {
    const whole = await kit.original(place);
    const found = writtenAt(file.form, whole, { line: lineOf(place), key, next: nextLine(place, kin) });
    text.append(found || `It cannot be shown by itself: see line ${lineOf(place)} of the file.`);
  };
  details.addEventListener("toggle", () => {
    if (details.open && text.textContent === "") void show();
  });
  return details;
}
