// Layers of [start, end) over a text: what matched, what was said, what the address points at.

/**
 * Makes a layer of whatever was given: within the text, ascending, none over another. A span that begins inside an earlier one is cut.
 * @param {readonly T[]} items
 * @param {(item: T) => readonly [number, number]} spanOf
 * @param {number} length Of the text.
 * @returns {{start: number, end: number, item: T}[]}
 * @template T
 */
export function layerOf(items, spanOf, length) {
  const layer = [];
  let end = 0;
  const spans = items.map((item) => ({ start: Math.max(0, spanOf(item)[0]), end: Math.min(length, spanOf(item)[1]), item }));
  for (const span of spans.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(end, span.start);
    if (!(start < span.end)) continue;
    layer.push({ ...span, start });
    end = span.end;
  }
  return layer;
}

/**
 * Cuts a part of a text by layers, the first being the outermost.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {readonly {layer: {start: number, end: number}[], wrap: (span: object, content: (string|Node)[]) => Node}[]} layers
 * @returns {(string|Node)[]} Their texts together are exactly `text.slice(from, to)`.
 */
export function cut(text, from, to, [outer, ...inner]) {
  if (from >= to) return [];
  if (outer === undefined) return [text.slice(from, to)];
  const pieces = [];
  let at = from;
  for (let index = firstEndingAfter(outer.layer, from); index < outer.layer.length && outer.layer[index].start < to; index++) {
    const span = outer.layer[index];
    const start = Math.max(at, span.start);
    const end = Math.min(to, span.end);
    pieces.push(...cut(text, at, start, inner), outer.wrap(span, cut(text, start, end, inner)));
    at = end;
  }
  pieces.push(...cut(text, at, to, inner));
  return pieces;
}

/** The paragraphs of a text, by their places. */
export const paragraphs = (text) => [...text.matchAll(/[^\n]+/g)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

function firstEndingAfter(layer, place) {
  let low = 0;
  let high = layer.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (layer[middle].end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
