/** The evidence, indexed for questions. Everything here is pure: values in, values out, no document. */

export const STANCES = ["supports", "disputes", "qualifies", "mentions"];

/** Index the page's data; ids are looked up in maps, since a cause may be called anything. */
export function createModel(data) {
  const items = [...data.causes, ...data.claims, ...data.references];
  const model = {
    data,
    byId: new Map(items.map((item) => [item.id, item])),
    ruleByCode: new Map([...data.rules, ...data.not_run].map((rule) => [rule.code, rule])),
    findingsOf: groupBy(data.findings, (finding) => finding.subject),
    citing: new Map(data.references.map((reference) => [reference.id, []])),
    haystacks: new Map(),
  };
  for (const claim of data.claims) {
    for (const citation of claim.citations) model.citing.get(citation.reference)?.push({ claim, citation });
  }
  for (const item of items) model.haystacks.set(item.id, fold(searched(model, item)));
  return model;
}

/** Lists of things by a key of each. */
export function groupBy(things, key) {
  const groups = new Map();
  for (const thing of things) {
    const name = key(thing);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(thing);
  }
  return groups;
}

/** Text as it is searched: without case and without marks on letters. */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ø/g, "o");
}

/** What kind of thing an id names: "cause", "claim" or "reference". */
export function kindOf(id) {
  return id.slice(0, id.indexOf(":"));
}

/** The text in which a search looks for an item. */
function searched(model, item) {
  const named = (id) => model.byId.get(id)?.name ?? "";
  const kind = kindOf(item.id);
  if (kind === "cause") return item.name;
  if (kind === "reference") return [item.label, item.citation, item.key, item.group].join(" ");
  const cited = item.citations.flatMap((citation) => {
    const reference = model.byId.get(citation.reference);
    return [citation.label, reference?.citation ?? ""];
  });
  return [item.text, item.key, named(item.cause), ...item.involves.map(named), item.note, item.quote, ...cited].join(" ");
}

/** Whether an item has every word that is looked for. */
function found(model, id, words) {
  const haystack = model.haystacks.get(id);
  return words.every((word) => haystack.includes(word));
}

/**
 * What the search and the filter leave: ids of claims, references and causes. A cause is left when its name is
 * found (with no filter set) or a claim of it is left, a reference with a filter set when it sources a claim that is
 * left; `active` says whether anything is asked for at all.
 */
export function matching(model, state) {
  const words = fold(state.q).split(/\s+/).filter(Boolean);
  const filter = state.tab === "claims" ? state.filter : "all";
  const ids = (items) => new Set(items.map((item) => item.id));
  const claims = ids(model.data.claims.filter((claim) => passes(claim, filter) && found(model, claim.id, words)));
  const cited = new Set(model.data.claims.filter((claim) => claims.has(claim.id)).flatMap((claim) => [...sources(claim)]));
  const references = ids(model.data.references.filter((reference) =>
    (filter === "all" ? found(model, reference.id, words) : cited.has(reference.id))));
  const causes = ids(model.data.causes.filter((cause) =>
    cause.claims.some((id) => claims.has(id)) || (filter === "all" && found(model, cause.id, words))));
  return { claims, references, causes, active: words.length > 0 || filter !== "all" };
}

/** Whether a claim passes a filter. */
export function passes(claim, filter) {
  return filter === "all" || claim.state === filter;
}

/** Whether a finding has every word that is looked for. */
export function findingMatches(finding, q) {
  const text = fold([finding.message, finding.rule, finding.code, finding.subject].join(" "));
  return fold(q).split(/\s+/).filter(Boolean).every((word) => text.includes(word));
}

/** The references that source a claim. */
export function sources(claim) {
  const sourcing = claim.citations.filter((citation) => citation.known && citation.stance !== "mentions");
  return new Set(sourcing.map((citation) => citation.reference));
}

/** The claims that would have no source left without this reference. */
export function fallsWith(model, referenceId) {
  const cited = model.citing.get(referenceId) ?? [];
  const claims = new Set(cited.map(({ claim }) => claim));
  return [...claims].filter((claim) => {
    const left = sources(claim);
    return left.size === 1 && left.has(referenceId);
  });
}

/** The causes that would have no sourced claim left without this reference. */
export function causesThatFall(model, referenceId) {
  const fallen = new Set(fallsWith(model, referenceId).map((claim) => claim.id));
  const sourced = (cause) => cause.claims.filter((id) => model.byId.get(id).state !== "unsourced");
  return model.data.causes.filter((cause) => {
    const claims = sourced(cause);
    return claims.length > 0 && claims.every((id) => fallen.has(id));
  });
}

/** The references that a cause rests on, each with how many of its claims it sources, most first. */
export function restsOn(model, cause) {
  const counts = new Map();
  for (const id of cause.claims) {
    for (const reference of sources(model.byId.get(id))) counts.set(reference, (counts.get(reference) ?? 0) + 1);
  }
  return [...counts].map(([id, claims]) => ({ reference: model.byId.get(id), claims }))
    .sort((one, other) => other.claims - one.claims);
}

/** A number of things: "1 claim", "1,200 claims". */
export function count(number, thing) {
  return `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;
}

/** How many of a cause's claims are sourced, in words. */
export function coverage(cause) {
  const all = cause.claims.length;
  if (all === 0) return "no claims";
  if (cause.unsourced === all) return "no source";
  return cause.unsourced === 0 ? (all === 1 ? "sourced" : `all ${all} sourced`) : `${all - cause.unsourced} of ${all} sourced`;
}
