/** Numbers as they are read. Pure: values in, values out. */

/**
 * A whole number in digits: "1,200". What a browser has for it (`toLocaleString`) takes twenty times as long, and
 * keeps a page waiting that asks for it first.
 * @type {(number: number) => string}
 */
export function digits(number) {
  return number < 1000 ? String(number) : String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
