import { element, reconcile } from '../dom.js';
import { choiceOf, withChoice } from '../state/search-state.js';
import { missing, tokenOf } from '../state/tokens.js';
import { t } from '../text/strings.js';
import { createFacetRow } from './facet-row.js';
import { createFacetSearch } from './facet-search.js';
import { createPeriods } from './facet-periods.js';
import { createSteadyOrder } from './steady-order.js';

const mostRows = 200;

/** One facet: a disclosure with a row a value, the row for "no value", and a search among the values that aren't shown. */
export function createFacet(field, context) {
  const { address } = context;
  const isDate = field.name === 'date';
  const rows = element('ul', { class: 'facet-rows', 'aria-label': field.label });
  const badge = element('span', { class: 'facet-badge' });
  const none = element('p', { class: 'quiet', hidden: true }, t('facets.noValue'));
  const within = createFacetSearch(field, context, show);
  const periods = isDate ? createPeriods(context, show) : null;
  const more = element('button', { type: 'button', class: 'link-button facet-more', hidden: true, onclick: within.showMore });
  const beyond = element('p', { class: 'quiet', hidden: true });
  const node = element('details', { class: 'facet', open: field.open || address.get().filters[field.name] !== undefined, 'data-field': field.name },
    element('summary', { class: 'facet-title' }, field.label, badge), within.node, rows, none, more, beyond);
  const order = createSteadyOrder(node, show);
  let facet = null;

  const act = {
    choose: (subject, choice) => address.commit(withChoice(address.get(), field.name, subject, choice)),
    open: (value, open) => periods.toggle(value, open),
  };

  function show() {
    const state = address.get();
    const found = within.found();
    const values = found?.text ? found.values : withMissing(found?.values ?? (isDate ? periods.rows(facet.values) : flat(facet.values)), facet);
    const largest = Math.max(1, ...values.map(({ count }) => count));
    const chosen = state.filters[field.name] ?? [];
    const isWhole = facet.distinct <= facet.values.length;
    const items = (isDate || found ? values : order.settle(values, isWhole)).slice(0, mostRows).map((value) => ({
      ...value,
      state,
      share: (value.count ?? 0) / largest,
      choice: choiceOf(state, field.name, value.subject),
      partly: isDate && chosen.some((token) => token.startsWith(`${value.subject}-`)),
    }));
    const hidden = found ? found.more : facet.distinct - facet.values.length;
    none.hidden = !found?.text || items.length > 0;
    more.hidden = found !== null || hidden <= 0;
    more.textContent = t('facets.more', { n: hidden });
    beyond.hidden = found === null || hidden <= 0;
    beyond.textContent = t(isDate ? 'facets.beyond' : 'facets.beyondFind', { n: hidden });
    badge.textContent = chosen.length > 0 ? String(chosen.length) : '';
    reconcile(rows, items, ({ subject }) => subject, (item) => createFacetRow(field, item, act));
  }

  return {
    node,

    /** Shows what an answer, or a changed choice, says of this facet. */
    update(next) {
      const another = facet !== next;
      facet = next;
      within.update(facet, another);
      if (another) periods?.renew();
      show();
    },

    destroy() {
      for (const part of [within, periods, order]) part?.destroy();
    },
  };
}

const flat = (values) => values.map(({ value, count }) => ({ value, count, subject: tokenOf(value), depth: 0 }));

function withMissing(values, facet) {
  if (!facet.missing && !facet.missingSelected && !facet.missingExcluded) return values;
  return [...values, { value: null, count: facet.missing, subject: missing, depth: 0 }];
}
