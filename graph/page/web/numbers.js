/** Numbers as they are read. Pure: values in, values out. */

const english = new Intl.NumberFormat("en");

/**
 * A number in digits: "1,200". A number that writes itself (`toLocaleString`) takes twenty times as long.
 * @type {(number: number) => string}
 */
export function digits(number) {
  return english.format(number);
}
