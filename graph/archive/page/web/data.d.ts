/** What the page shows; written by `python -m graph.page.typescript`, from graph.archive.page.contract. */

/** An article; `failure` says why it could not be read, and `page` is the path of its page, if it has one. */
export interface ArticleData {
  name: string;
  title: string;
  desk: string;
  date: string;
  claims: number;
  sourced: number;
  refuted: number;
  errors: number;
  warnings: number;
  failure: string;
  page: string;
}

/** Where something is: the number of the article, what its page then shows, and what is said there. */
export interface PlaceData {
  article: number;
  select: string;
  words: string;
}

/** What lies across articles; `articles` and `claims` (of a clash: references) count all, `places` the first. */
export interface ItemData {
  id: string;
  name: string;
  note: string;
  articles: number;
  claims: number;
  places: PlaceData[];
}
