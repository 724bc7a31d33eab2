import { element } from '../dom.js';

/**
 * A text with what differs from another: what only the other has is struck out, what only this one has is inserted.
 * @param {string} text
 * @param {readonly object[]} [difference] As the endpoint gives it: `given` is of this text, `found` of the other.
 * @returns {(string|HTMLElement)[]}
 */
export function differing(text, difference = []) {
  const pieces = [];
  let at = 0;
  for (const { kind, given, foundText } of difference) {
    if (kind === 'kept') continue;
    const [start, end] = given ?? [at, at];
    pieces.push(text.slice(at, start));
    at = end;
    if (foundText) pieces.push(given ? '' : ' ', element('del', {}, foundText), ' ');
    if (given) pieces.push(element('ins', {}, text.slice(start, end)));
  }
  return [...pieces, text.slice(at)].filter(Boolean);
}
