// Ties the state to the address bar: back, forward, reload and sharing restore what was seen.

import { observable } from '../observable.js';
import { formatState, parseState } from './search-state.js';

/**
 * The page's address as an observable state.
 *
 * A search being typed is a draft. The first change opens a history entry of its own, those that follow replace it, and
 * committing settles it: back leads to the search before, never through half a word.
 * @param {Window} window
 */
export function createAddress(window) {
  const { history, location } = window;
  const state = observable(parseState(location.search));
  let draft = history.state?.draft === true;

  const restore = () => {
    draft = history.state?.draft === true;
    state.set(parseState(location.search));
  };
  window.addEventListener('popstate', restore);

  const write = (next, how, isDraft) => {
    draft = isDraft;
    try {
      history[how]({ draft: isDraft }, '', formatState(next));
    } catch {
      // Safari allows a hundred addresses in half a minute; who types so fast sees the search all the same.
    }
    state.set(next);
  };

  return {
    get: state.get,
    subscribe: state.subscribe,

    /** Shows a state while it is still being typed. */
    draft(next) {
      if (formatState(next) !== formatState(state.get())) write(next, draft ? 'replaceState' : 'pushState', true);
    },

    /** Shows a state one can come back to. */
    commit(next) {
      const same = formatState(next) === formatState(state.get());
      write(next, same ? 'replaceState' : 'pushState', false);
    },

    /** Commits the query of a search box: settles the draft of the same search, if there is one. */
    settle(next) {
      write(next, draft || formatState(next) === formatState(state.get()) ? 'replaceState' : 'pushState', false);
    },

    /** Shows a state in the place of the one that is shown. */
    replace(next) {
      write(next, 'replaceState', draft);
    },

    destroy: () => window.removeEventListener('popstate', restore),
  };
}
