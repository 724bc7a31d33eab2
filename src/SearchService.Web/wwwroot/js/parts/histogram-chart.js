import { svg } from '../dom.js';

const leastBuckets = 12; // a lone bucket is no wall
const leastHeight = 2; // what is there is seen, however little it is

// Laid over a colour, so that greys and the blind to colours tell them apart too; by the kind of a stance.
const textures = ['', 'M1 0v6', 'M2 2h1v1H2z', 'M0 3h6', 'M0 0l6 6M0 6l6-6', 'M0 0h6M0 0v6'];

/** Patterns that both the chart and its legend are filled with. */
export function createTextures() {
  const pattern = (id, look, ...marks) => svg('pattern', { id, class: look, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, ...marks);
  return svg('defs', {},
    ...textures.map((d, kind) => pattern(`texture-${kind}`, `stance-${kind}`,
      svg('path', { class: 'texture-ground', d: 'M0 0h6v6H0z' }), svg('path', { class: 'texture', d }))),
    pattern('texture-rest', 'texture-rest', svg('path', { class: 'texture-ground', d: 'M0 0h6v6H0z' })),
    pattern('texture-nothing', 'texture-nothing', svg('path', { class: 'texture', d: 'M0 0v6' })));
}

export const textureOf = (kind) => `url(#texture-${kind})`;

/**
 * Draws the bars in front of what the archive holds. One path a series: a thousand buckets are ten elements.
 * @param {SVGElement} chart
 * @param {{buckets: object[], series: {fill: string|null, countIn: (bucket: object) => number}[]}} data
 * @param {{width: number, height: number}} size In pixels.
 */
export function drawChart(chart, { buckets, series }, { width, height }) {
  const slot = slotWidth(buckets.length, width);
  const most = Math.max(1, ...buckets.map(({ count }) => count));
  const mostCovered = Math.max(1, ...buckets.map(({ covered }) => covered));
  const bar = Math.max(1, Math.min(slot * 0.72, slot - 2));
  const paths = series.map(() => '');
  let covered = '';
  let nothing = '';

  buckets.forEach((bucket, index) => {
    const left = index * slot;
    if (bucket.covered === 0) nothing += box(left, 0, slot, height);
    else covered += column(left, slot, (bucket.covered / mostCovered) * height, height);
    if (bucket.count === 0) return;

    const all = Math.max(leastHeight, (bucket.count / most) * height);
    let bottom = height;
    series.forEach(({ countIn }, place) => {
      const part = (countIn(bucket) / bucket.count) * all;
      if (part <= 0) return;
      // A line of ground between two parts, where there is room for one.
      paths[place] += box(left + (slot - bar) / 2, bottom - part, bar, part > 3 ? part - 1 : part);
      bottom -= part;
    });
  });

  chart.setAttribute('viewBox', `0 0 ${width} ${height}`);
  chart.replaceChildren(
    svg('path', { fill: textureOf('nothing'), d: nothing }), svg('path', { class: 'timeline-covered', d: covered }),
    ...series.map(({ fill }, place) => svg('path', { class: 'timeline-count', fill, d: paths[place] })));
}

/** How wide a bucket is. */
export const slotWidth = (length, width) => width / Math.max(leastBuckets, length);

const column = (x, width, size, height) => box(x, height - Math.max(leastHeight, size), width, Math.max(leastHeight, size));
const box = (x, y, width, height) => `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
const round = (value) => Math.round(value * 100) / 100;
