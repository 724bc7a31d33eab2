import { element, reconcile } from '../dom.js';
import { choiceOf, withChoice } from '../state/search-state.js';
import { missing, tokenOf } from '../state/tokens.js';
import { createFacetRow } from './facet-row.js';
import { createFacetSearch } from './facet-search.js';

/** One facet: a disclosure with a row a value, the row for "no value", and a search among the values that aren't shown. */
export function createFacet(field, context) {
  const { address } = context;
  const rows = element('ul', { class: 'facet-rows', 'aria-label': field.label });
  const badge = element('span', { class: 'facet-badge' });
  const none = element('p', { class: 'quiet', hidden: true }, 'No value has this in it.');
  const within = createFacetSearch(field, context, show);
  const node = element('details', { class: 'facet', open: field.open || address.get().filters[field.name] !== undefined, 'data-field': field.name },
    element('summary', { class: 'facet-title' }, field.label, badge), within.node, rows, none);
  let facet = null;

  const choose = (subject, choice) => address.commit(withChoice(address.get(), field.name, subject, choice));

  function show() {
    const state = address.get();
    const found = within.found();
    const values = found ?? withMissing(field.name === 'date' ? periods(facet.values) : flat(facet.values), facet);
    const largest = Math.max(1, ...values.map(({ count }) => count));
    const chosen = state.filters[field.name] ?? [];
    const items = values.map((value) => ({
      ...value,
      share: value.count / largest,
      choice: choiceOf(state, field.name, value.subject),
      partly: field.name === 'date' && chosen.some((token) => token.startsWith(`${value.subject}-`)),
    }));
    none.hidden = !(found && items.length === 0);
    badge.textContent = chosen.length > 0 ? String(chosen.length) : '';
    reconcile(rows, items, ({ subject }) => subject, (item) => createFacetRow(field, item, choose));
  }

  return {
    node,

    /** Shows what an answer, or a changed choice, says of this facet. */
    update(next) {
      const another = facet !== next;
      facet = next;
      within.update(facet, another);
      show();
    },

    destroy: within.destroy,
  };
}

const flat = (values) => values.map(({ value, count }) => ({ value, count, subject: tokenOf(value), depth: 0 }));

// Years from the latest; months and days, which come when their year or month is chosen, in their own order below it.
function periods(values, depth = 0) {
  const ordered = [...values].sort((a, b) => (a.value < b.value ? -1 : 1) * (depth === 0 ? -1 : 1));
  return ordered.flatMap(({ value, count, children = [] }) =>
    [{ value, count, subject: value, depth }, ...periods(children, depth + 1)]);
}

function withMissing(values, facet) {
  if (!facet.missing && !facet.missingSelected && !facet.missingExcluded) return values;
  return [...values, { value: null, count: facet.missing, subject: missing, depth: 0 }];
}
