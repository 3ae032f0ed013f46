/** A command for the reader's shell, with what hostile names mean taken from them. Pure: values in, values out. */

/**
 * The command that makes the page of an article.
 * @type {(name: string) => string}
 */
export function buildCommand(name) {
  return `evidence-graph archive build . --pages ${quoted(name)}`;
}

/** @type {Record<string, string>} */
const QUESTIONS = { articles: "worst", works: "same-work", clashes: "doi-clash", bare: "bare-causes" };

/**
 * The command that lists all that a tab has the first of.
 * @type {(tab: string) => string}
 */
export function askCommand(tab) {
  return `evidence-graph archive ask . ${QUESTIONS[tab] ?? tab}`;
}

/**
 * A text as one word of a shell, as Python's `shlex.quote` writes it; what is a word of the option itself gets its folder.
 * @type {(text: string) => string}
 */
export function quoted(text) {
  const plain = /^(?:all$|worst(?::|$)|-)/.test(text) ? `./${text}` : text;
  return /^[\w@%+=:,./-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", `'"'"'`)}'`;
}
