/** The annotated list of references that is printed: what each is, what rests on it, what falls with it. */

import { STANCES, count, fallsWith, groupBy } from "./model.js";

/** Makes a function to the list's elements. */
export function createAnnotated(model, { h }) {
  return () => {
    const unsourced = model.data.claims.filter((claim) => claim.state === "unsourced").length;
    return [
      h("h2", {}, "References, annotated"),
      model.data.references.length === 0 && h("p", { class: "empty" }, "No references were read."),
      h("ol", {}, model.data.references.map((reference) => annotatedReference(h, model, reference))),
      h("p", {}, `${count(unsourced, "claim")} of ${model.data.claims.length.toLocaleString("en")} without a source; the list of claims marks them.`),
    ];
  };
}

/** A reference with the claims that cite it. */
function annotatedReference(h, model, reference) {
  const byStance = groupBy(model.citing.get(reference.id) ?? [], ({ citation }) => citation.stance);
  const falls = fallsWith(model, reference.id).length;
  return h("li", { class: "annotated" },
    h("p", { class: "citation", dir: "auto" }, reference.citation),
    reference.links.map(([, address]) => h("p", { class: "small", dir: "auto" }, address)),
    h("p", { class: "small" }, [reference.group, reference.design].filter(Boolean).join(" · ")),
    byStance.size === 0 && h("p", {}, h("b", { class: "gap" }, "Unused: no claim cites it.")),
    STANCES.filter((stance) => byStance.has(stance)).map((stance) => h("div", {}, h("p", {}, h("b", {}, stance)),
      h("ul", {}, byStance.get(stance).map(({ claim, citation }) => h("li", { dir: "auto" }, claim.text,
        citation.locator && ` (${citation.locator})`, h("span", { class: "small" }, ` ${model.byId.get(claim.cause).name}`)))))),
    falls > 0 && h("p", { class: "small" }, `Without it, ${count(falls, "claim")} would have no source left.`));
}
