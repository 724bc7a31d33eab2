import { element } from '../dom.js';
import { periodLabel } from '../text/buckets.js';
import { t } from '../text/strings.js';
import { count } from '../text/wording.js';

/** The numbers of the timeline, for everybody; built while it is open. */
export function createTimelineTable() {
  const table = element('table', { class: 'timeline-table' });
  const node = element('details', { class: 'timeline-numbers', ontoggle: fill }, element('summary', {}, t('timeline.table')),
    element('div', { class: 'timeline-scroll', role: 'region', tabindex: '0', 'aria-label': t('timeline.table') }, table));
  let data = null;

  function fill() {
    if (!node.open || data === null) return;
    const { buckets, interval, series } = data;
    const several = series.length > 1 ? series : [];
    table.replaceChildren(
      element('caption', { class: 'visually-hidden' }, t('timeline.label')),
      element('thead', {}, row('th', t('timeline.period'), t('timeline.matchingColumn'), ...several.map(({ label }) => label), t('timeline.all'))),
      element('tbody', {}, ...buckets.map((bucket) => row('td', periodLabel(bucket.from, interval),
        ...[bucket.count, ...several.map(({ countIn }) => countIn(bucket)), bucket.covered].map((value) => (bucket.covered === 0 ? '–' : count(value)))))));
  }

  return {
    node,
    show(next) {
      data = next;
      fill();
    },
  };
}

const row = (cell, first, ...rest) => element('tr', {},
  element('th', { scope: cell === 'th' ? 'col' : 'row' }, first), ...rest.map((text) => element(cell, cell === 'th' ? { scope: 'col' } : {}, text)));
