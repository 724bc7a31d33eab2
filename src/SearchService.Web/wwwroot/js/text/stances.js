// A shape for each stance, so that colour never speaks alone. The vocabulary is the archive's own: shapes are dealt in the
// order of the alphabet of all its stances, so that a label keeps its shape from search to search.

import { element, svg } from '../dom.js';

const outlines = [
  'M5 .6A4.4 4.4 0 1 1 5 9.4 4.4 4.4 0 0 1 5 .6z', // circle
  'M1 1h8v8H1z', // square
  'M5 .6 9.7 9.2H.3z', // triangle
  'M5 0l5 5-5 5-5-5z', // diamond
  'M5 9.4.3.8h9.4z', // triangle on its head
  'M3.4 0h3.2v3.4H10v3.2H6.6V10H3.4V6.6H0V3.4h3.4z', // cross
];

let order = [];

/** Learns the archive's vocabulary. */
export function learnStances(labels) {
  order = [...labels].sort();
}

/** The label of a stance with its shape before it. */
export function stanceLabel(stance) {
  return element('span', { class: 'stance' }, stanceShape(stance), stance);
}

/** The shape alone, for the eye only. */
export function stanceShape(stance) {
  const kind = stanceKind(stance);
  return svg('svg', { class: `stance-shape stance-${kind}`, viewBox: '0 0 10 10', 'aria-hidden': 'true' },
    svg('path', { d: outlines[kind] }));
}

/** Which of the shapes and colours a stance has: the number in the class `stance-…`. */
export function stanceKind(stance) {
  let place = order.indexOf(stance);
  if (place < 0) place = order.push(stance) - 1;
  return place % outlines.length;
}
