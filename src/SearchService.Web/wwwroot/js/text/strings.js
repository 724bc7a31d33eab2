// What the page says, in the language the server chose: of wwwroot/strings.json the service makes a module for each (Page/PageFiles.cs).

import { strings } from './table.js';

/** Code of ISO 639. */
export const language = document.documentElement.lang;

/** The locale of numbers and dates. */
export const locale = language === 'en' ? 'en-GB' : language;

const plural = new Intl.PluralRules(locale);
const number = new Intl.NumberFormat(locale);

/**
 * A string with its places filled.
 * @param {string} key Of strings.json; one that isn't there is a fault of the page.
 * @param {Object<string, string|number>} [values] By the names that stand in braces; `n`, a number, chooses the plural form.
 * @returns {string}
 */
export const t = (key, values = {}) => textAround(key, values).join('');

/**
 * A string with nodes in its places.
 * @param {string} key
 * @param {Object<string, string|number|Node>} values
 * @returns {(string|Node)[]} To be spread into `element(…)`.
 */
export function textAround(key, values) {
  const entry = strings[key];
  if (entry === undefined) throw new RangeError(`no string is called '${key}'`);
  const text = typeof entry === 'string' ? entry : entry[plural.select(values.n)] ?? entry.other;
  return text.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    const value = values[part];
    return typeof value === 'number' ? number.format(value) : value ?? `{${part}}`;
  });
}

/** Whether there is a string of this key. */
export const has = (key) => key in strings;
