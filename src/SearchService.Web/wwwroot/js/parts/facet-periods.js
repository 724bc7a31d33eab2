import { createLatest } from '../state/latest.js';
import { periodsRequest } from '../state/facet-requests.js';

/**
 * Years that open to their months, and months to their days, without being chosen. What is chosen comes open with the answer.
 * @param {() => void} changed Called when there is more or less to show.
 */
export function createPeriods({ address, endpoint }, changed) {
  const latest = createLatest();
  const toggled = new Map();
  let inside = new Map();

  const isOpen = ({ value, children }) => toggled.get(value) ?? Boolean(children);
  const childrenOf = ({ value, children }) => children ?? inside.get(value) ?? [];

  function ask() {
    const wanted = [...toggled.keys()].filter((value) => toggled.get(value));
    if (wanted.length === 0) return;
    const state = address.get();
    latest.run(
      (signal) => (state.in === 'quotes' ? endpoint.quotes : endpoint.search)(periodsRequest(state, wanted), signal),
      (answer) => {
        inside = new Map();
        gather(answer.facets?.date?.values ?? []);
        changed();
      },
      () => {}); // what is shown stays; opening it again asks again
  }

  function gather(values) {
    for (const { value, children } of values) {
      if (children) inside.set(value, children);
      gather(children ?? []);
    }
  }

  // Years from the latest; months and days in their own order.
  function rows(values, depth = 0) {
    const ordered = [...values].sort((a, b) => (a.value < b.value ? -1 : 1) * (depth === 0 ? -1 : 1));
    return ordered.flatMap((each) => {
      const open = isOpen(each);
      const row = { value: each.value, count: each.count, subject: each.value, depth, open: depth < 2 ? open : undefined };
      return [row, ...open ? rows(childrenOf(each), depth + 1) : []];
    });
  }

  return {
    rows,

    toggle(value, open) {
      toggled.set(value, open);
      if (open) ask();
      changed();
    },

    /** There is another answer: what was opened is counted anew. */
    renew: ask,

    destroy: latest.cancel,
  };
}
