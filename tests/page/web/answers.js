/** Prints, for each page's data on standard input, what the page's model answers about each claim, cause and reference. */

import { openData } from "../../../graph/page/web/columns.js";
import { causesThatFall, claimsApart, createModel, fallsWith, liftedWith, restsOn, sources } from "../../../graph/page/web/model.js";

const keys = (things) => things.map(({ key }) => key);

function answers(packed) {
  const model = createModel(openData(packed));
  const { claims, causes, references } = model.data;
  const all = (things, ask) => Object.fromEntries(things.map((each) => [each.key ?? each.name, ask(each)]));
  return {
    claims: all(claims, (claim) => ({ state: claim.state, sources: keys([...sources(claim)].map(model.byId.get)).sort() })),
    causes: all(causes, (cause) => {
      const { about, involving } = claimsApart(model, cause);
      const rests = restsOn(model, cause).map(({ reference, claims: number }) => [reference.key, number]).sort();
      return { about: keys(about), involving: keys(involving), rests, words: cause.words };
    }),
    references: all(references, ({ id }) => ({
      claims: keys(fallsWith(model, id)), causes: causesThatFall(model, id).map(({ name }) => name).sort(), lifted: keys(liftedWith(model, id)),
    })),
  };
}

let given = "";
for await (const part of process.stdin) given += part;
process.stdout.write(JSON.stringify(JSON.parse(given).map(answers)));
