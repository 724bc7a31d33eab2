import { element } from '../dom.js';

/**
 * Cuts a text at its highlights: exactly those become `<mark>`, everything else stays text.
 * @param {string} text
 * @param {readonly [number, number][]} highlights `[start, end)` in UTF-16 units, ascending; what lies outside is cut off.
 * @returns {(string|HTMLElement)[]}
 */
export function marked(text, highlights = []) {
  const parts = [];
  let at = 0;
  for (const [start, end] of highlights) {
    const from = Math.max(at, start);
    const to = Math.min(text.length, end);
    if (from >= to) continue;
    if (from > at) parts.push(text.slice(at, from));
    parts.push(element('mark', {}, text.slice(from, to)));
    at = to;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
