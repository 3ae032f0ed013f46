/** What the modules of an archive's page hand to each other; the data are those of `graph.archive.page.contract`. */

import type { Make, MakeSvg, Mark } from "../../../page/web/types.js";
import type { ArticleData, ItemData, PlaceData } from "./data.js";

export type { ArticleData, PlaceData } from "./data.js";

/** A row of a table has its number (see `columns.js`). */
export type Item = ItemData & { number?: number };

/** Where the reader is; see `asked.js`. */
export interface AskedOfArchive {
  tab: string;
  q: string;
  desk: string;
  severity: string;
  order: string;
  select: string;
}

/** The archive; see `opening.js`. Articles are made when they are looked `at`, but for the `first`; `totals` count what there is in all. */
export interface Archive {
  count: number;
  at(number: number): ArticleData;
  first: number[];
  column(name: string): any[];
  places: PlaceData[];
  items: Record<string, Item[]>;
  sections: Record<string, number>;
  totals: Record<string, number>;
  retractions: number;
}

/** Finds articles, by their numbers in order, and items; see `left.js`. */
export interface Finds {
  prepare(): boolean;
  articles(asked: AskedOfArchive): Found;
  items(tab: string, asked: AskedOfArchive): Item[];
}

/** The articles that are found: how many, and the number of that in a place. */
export interface Found {
  count: number;
  at(place: number): number;
}

/** What is listed: how many rows, what each is called in the address, and how it looks. */
export interface Shown {
  count: number;
  idOf(number: number): string;
  row(number: number): HTMLElement;
}

/** What makes elements, and what they can do. */
export interface KitOfArchive {
  h: Make;
  s: MakeSvg;
  mark: Mark;
  copy(promised: Promise<string>, button: HTMLElement): Promise<void>;
  choose(tab: string, select: string): void;
}
