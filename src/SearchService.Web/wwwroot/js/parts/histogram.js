import { element, setAttribute, svg } from '../dom.js';
import { withTokens } from '../state/search-state.js';
import { periodLabel, rangeToken, ticks } from '../text/buckets.js';
import { stanceKind, stanceLabel } from '../text/stances.js';
import { t } from '../text/strings.js';
import { counts } from '../text/things.js';
import { count } from '../text/wording.js';
import { createBrush } from './histogram-brush.js';
import { createTextures, drawChart, slotWidth, textureOf } from './histogram-chart.js';
import { createTimelineTable } from './histogram-table.js';

const labelWidth = 88; // room that a label below the axis is given at least

/**
 * Matches over time, stacked by stance, in front of what the archive holds: silence is a column without a bar, missing data is hatched.
 * A period is chosen in it; a table has the same numbers.
 */
export function mount(root, { address, search }) {
  const chart = svg('svg', { class: 'timeline-chart', 'aria-hidden': 'true' });
  const cursor = element('span', { class: 'timeline-cursor' });
  const plot = element('div', { class: 'timeline-plot', role: 'slider', tabindex: '0', 'aria-label': t('timeline.label'), 'aria-valuemin': 0 }, cursor, chart);
  const axis = element('div', { class: 'timeline-ticks', 'aria-hidden': 'true' });
  const readout = element('p', { class: 'timeline-readout', 'aria-hidden': 'true' });
  const whole = element('button', { type: 'button', class: 'link-button', onclick: () => choose([]) }, t('timeline.whole'));
  const legend = element('ul', { class: 'timeline-legend', 'aria-label': t('timeline.legend') });
  const table = createTimelineTable();
  const figure = element('figure', { class: 'timeline', hidden: true, 'aria-label': t('timeline.label') },
    svg('svg', { class: 'timeline-textures', 'aria-hidden': 'true' }, createTextures()),
    element('div', { class: 'timeline-head' }, readout, whole), plot, axis, legend, table.node);
  root.append(figure);

  let shown = null;
  let data = null;
  const brush = createBrush(plot, () => data.buckets.length, look, (from, to) => {
    choose([rangeToken(data.buckets[from].from, data.buckets[to].from, data.interval)]);
  });

  const choose = (tokens) => address.commit(withTokens(address.get(), 'date', tokens));

  function draw() {
    const { clientWidth: width, clientHeight: height } = plot;
    if (!data || width === 0) return;
    drawChart(chart, data, { width, height });
    const slot = slotWidth(data.buckets.length, width);
    axis.replaceChildren(...ticks(data.buckets, data.interval, Math.max(2, Math.floor(width / labelWidth))).map(({ index, label }) => {
      const tick = element('span', { class: 'timeline-tick' }, label);
      tick.style.setProperty('--at', `${index * slot}px`);
      return tick;
    }));
    // A label that would be cut begins earlier; one that then stands in another's way is left out.
    let room = width;
    for (const tick of [...axis.children].reverse()) {
      const place = parseFloat(tick.style.getPropertyValue('--at'));
      const at = Math.min(place, width - tick.offsetWidth);
      if (at + tick.offsetWidth > room) tick.remove();
      else {
        tick.style.setProperty('--at', `${at}px`);
        tick.style.setProperty('--mark', `${place - at}px`);
        room = at - 8;
      }
    }
    look(...brush.range());
  }

  // What a range of buckets holds, for the eye and for the ear.
  function look(from, to) {
    const { buckets, interval, series } = data;
    const slot = slotWidth(buckets.length, plot.clientWidth);
    cursor.style.setProperty('--from', `${from * slot}px`);
    cursor.style.setProperty('--size', `${(to - from + 1) * slot}px`);
    const some = buckets.slice(from, to + 1);
    const sum = (countIn) => some.reduce((total, bucket) => total + countIn(bucket), 0);
    const period = from === to ? periodLabel(buckets[from].from, interval)
      : `${periodLabel(buckets[from].from, interval)} – ${periodLabel(buckets[to].from, interval)}`;
    const covered = sum((bucket) => bucket.covered);
    const parts = series.length < 2 ? [] : series.map(({ label, countIn }) => [sum(countIn), label]).filter(([n]) => n > 0);
    const numbers = covered === 0 ? t('timeline.nothing')
      : [t(`timeline.of.${counts(address.get())}`, { n: covered, count: count(sum((bucket) => bucket.count)) }),
        ...parts.map(([n, label]) => `${label} ${count(n)}`)].join(' · ');
    readout.textContent = `${period}: ${numbers}`;
    setAttribute(plot, 'aria-valuenow', to);
    setAttribute(plot, 'aria-valuetext', readout.textContent);
    if (!brush.isPressed() && !isLookedAt()) readout.textContent = summary();
  }

  const isLookedAt = () => plot.matches(':hover, :focus-visible');
  const summary = () => t(`timeline.by.${data.interval}`)
    + (data.missing > 0 ? ` · ${t(`timeline.missing.${counts(address.get())}`, { n: data.missing })}` : '');

  function show(histogram) {
    const { buckets, split } = histogram;
    const series = seriesOf(split, buckets);
    data = { ...histogram, series };
    setAttribute(plot, 'aria-valuemax', buckets.length - 1);
    legend.replaceChildren(
      ...series.map(({ fill, name }) => key(svg('rect', { class: 'timeline-count', fill, width: 14, height: 12 }), name)),
      key(svg('rect', { class: 'timeline-covered', width: 14, height: 12 }), t('timeline.covered')),
      ...buckets.some(({ covered }) => covered === 0) ? [key(svg('rect', { fill: textureOf('nothing'), width: 14, height: 12 }), t('timeline.nothing'))] : []);
    table.show(data);
    brush.reset();
    draw();
  }

  const quieten = () => data && look(...brush.range());
  for (const name of ['pointerleave', 'blur', 'focus']) plot.addEventListener(name, quieten);
  const sizes = new ResizeObserver(draw);
  sizes.observe(plot);
  const stops = [
    search.subscribe(({ answer }) => {
      const next = answer?.histogram;
      figure.hidden = !next || next.buckets.length === 0;
      if (figure.hidden || next === shown) return;
      shown = next;
      show(next);
    }),
    address.subscribe((state) => whole.classList.toggle('is-idle', !state.filters.date)),
  ];

  return function destroy() {
    for (const stop of stops) stop();
    sizes.disconnect();
    figure.remove();
  };
}

// What a bar is stacked of, in the order of the shapes: a stance keeps its place from search to search.
function seriesOf(split, buckets) {
  if (!split) return [{ fill: null, label: t('timeline.matching'), name: t('timeline.matching'), countIn: ({ count: all }) => all }];
  const series = split.values.map((value, place) => ({ value, place, kind: stanceKind(value) })).sort((a, b) => a.kind - b.kind)
    .map(({ value, place, kind }) => ({ fill: textureOf(kind), label: value, name: stanceLabel(value), countIn: (bucket) => bucket.split?.[place] ?? 0 }));
  const rest = (bucket) => bucket.count - (bucket.split ?? []).reduce((sum, part) => sum + part, 0);
  if (!buckets.some(rest)) return series;
  return [...series, { fill: textureOf('rest'), label: t('timeline.rest'), name: t('timeline.rest'), countIn: rest }];
}

const key = (swatch, name) => element('li', {}, svg('svg', { class: 'timeline-swatch', viewBox: '0 0 14 12', 'aria-hidden': 'true' }, swatch), name);
