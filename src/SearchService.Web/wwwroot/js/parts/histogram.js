import { element, svg } from '../dom.js';
import { withTokens } from '../state/search-state.js';
import { periodLabel, rangeToken, tickIndexes } from '../text/buckets.js';
import { count, counted } from '../text/wording.js';

const height = 100;
const leastBuckets = 12; // a lone bucket is no wall

/**
 * Matches over time, in front of what the archive holds. A click chooses a period, a drag across several a range; with the
 * keyboard, arrows move along the bars. A table says the same to those who can't see it.
 */
export function mount(root, { address, search }) {
  const chart = svg('svg', { class: 'timeline-chart', preserveAspectRatio: 'none', role: 'group', 'aria-label': 'Articles over time' });
  const readout = element('p', { class: 'timeline-readout', 'aria-hidden': 'true' });
  const ticks = element('div', { class: 'timeline-ticks', 'aria-hidden': 'true' });
  const table = element('table', { class: 'visually-hidden' });
  const whole = element('button', { type: 'button', class: 'link-button', onclick: () => choose([]) }, 'Whole period');
  const figure = element('figure', { class: 'timeline', hidden: true, 'aria-label': 'Timeline' },
    element('figcaption', { class: 'timeline-caption' },
      element('span', { class: 'timeline-key timeline-key-count' }, 'matching'),
      element('span', { class: 'timeline-key timeline-key-covered' }, 'all, at its own scale'),
      readout, whole),
    chart, ticks, element('div', { class: 'visually-hidden' }, table));
  root.append(figure);

  let histogram = null;
  let drag = null;

  const choose = (tokens) => address.commit(withTokens(address.get(), 'date', tokens));
  const bars = () => [...chart.querySelectorAll('.timeline-bar')];

  function draw() {
    const { buckets, interval } = histogram;
    const width = Math.max(leastBuckets, buckets.length);
    const most = Math.max(1, ...buckets.map((bucket) => bucket.count));
    const mostCovered = Math.max(1, ...buckets.map(({ covered }) => covered));
    chart.setAttribute('viewBox', `0 0 ${width} ${height}`);
    chart.replaceChildren(...buckets.map((bucket, index) => svg('g', {
      class: 'timeline-bar', role: 'button', tabindex: index === 0 ? '0' : '-1', 'data-from': bucket.from,
      'aria-label': `${periodLabel(bucket.from, interval)}: ${count(bucket.count)} of ${counted(bucket.covered, 'article')}`,
    },
    svg('rect', { class: 'timeline-area', x: index, y: 0, width: 1, height }),
    bar('timeline-covered', index, 1, bucket.covered / mostCovered),
    bar('timeline-count', index + 0.14, 0.72, bucket.count / most))));

    ticks.replaceChildren(...tickIndexes(buckets.length).map((index) => {
      const tick = element('span', { class: 'timeline-tick' }, periodLabel(buckets[index].from, interval, true));
      tick.style.setProperty('--at', (index / width).toFixed(4));
      return tick;
    }));
    table.replaceChildren(
      element('caption', {}, 'Articles over time'),
      element('thead', {}, row('th', 'Period', 'Matching', 'In the archive')),
      element('tbody', {}, ...buckets.filter(({ covered }) => covered > 0).map((bucket) =>
        row('td', periodLabel(bucket.from, interval), count(bucket.count), count(bucket.covered)))));
    tell(null);
  }

  function tell(index) {
    const { buckets, interval, missing } = histogram;
    if (index === null) {
      readout.textContent = missing > 0 ? `${counted(missing, 'article')} without so exact a date` : '';
    } else {
      const { from, count: matching, covered } = buckets[index];
      readout.textContent = `${periodLabel(from, interval)}: ${count(matching)} of ${count(covered)}`;
    }
  }

  function indexAt(event) {
    const { left, width } = chart.getBoundingClientRect();
    const slots = Math.max(leastBuckets, histogram.buckets.length);
    const index = Math.floor(((event.clientX - left) / width) * slots);
    return Math.min(histogram.buckets.length - 1, Math.max(0, index));
  }

  function mark(from, to) {
    bars().forEach((node, index) => node.classList.toggle('is-marked', index >= from && index <= to));
  }

  function pick(from, to) {
    const { buckets, interval } = histogram;
    choose([rangeToken(buckets[Math.min(from, to)].from, buckets[Math.max(from, to)].from, interval)]);
  }

  function pressed(event) {
    if (event.button !== 0) return;
    drag = indexAt(event);
    chart.setPointerCapture(event.pointerId);
    mark(drag, drag);
  }

  function moved(event) {
    const index = indexAt(event);
    if (drag !== null) mark(Math.min(drag, index), Math.max(drag, index));
    tell(index);
  }

  function released(event) {
    if (drag === null) return;
    const from = drag;
    dropped();
    pick(from, indexAt(event));
  }

  function dropped() {
    drag = null;
    mark(-1, -1);
  }

  function keyed(event) {
    const all = bars();
    const index = all.indexOf(document.activeElement);
    if (index < 0) return;
    const step = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: all.length - 1 }[event.key];
    if (step !== undefined) {
      const target = all[Math.min(all.length - 1, Math.max(0, step))];
      for (const node of all) node.setAttribute('tabindex', node === target ? '0' : '-1');
      target.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      pick(index, index);
    } else {
      return;
    }
    event.preventDefault();
  }

  chart.addEventListener('pointerdown', pressed);
  chart.addEventListener('pointermove', moved);
  chart.addEventListener('pointerup', released);
  chart.addEventListener('pointercancel', dropped);
  chart.addEventListener('pointerleave', () => drag === null && tell(null));
  chart.addEventListener('keydown', keyed);
  chart.addEventListener('focusin', () => tell(Math.max(0, bars().indexOf(document.activeElement))));

  const stops = [
    search.subscribe(({ answer }) => {
      const next = answer?.histogram;
      figure.hidden = !next || next.buckets.length === 0;
      if (next && next !== histogram) {
        histogram = next;
        if (!figure.hidden) draw();
      }
    }),
    address.subscribe((state) => {
      whole.hidden = !state.filters.date;
    }),
  ];

  return function destroy() {
    for (const stop of stops) stop();
    figure.remove();
  };
}

function bar(name, x, width, share) {
  // What is there is seen, however little it is.
  const size = share === 0 ? 0 : Math.max(2, share * height);
  return svg('rect', { class: name, x, y: height - size, width, height: size });
}

const row = (cell, first, ...rest) => element('tr', {},
  element('th', { scope: cell === 'th' ? 'col' : 'row' }, first), ...rest.map((text) => element(cell, {}, text)));
