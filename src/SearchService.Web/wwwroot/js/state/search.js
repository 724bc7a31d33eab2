// The search that the address asks for, and its answer.

import { observable } from '../observable.js';
import { createLatest } from './latest.js';
import { isBlank, searchParameters } from './search-state.js';

const slowAfterMilliseconds = 200;
const facetSize = 10;

/**
 * @typedef {Object} SearchProgress
 * @property {'idle'|'asking'|'answered'|'failed'} phase While asking, `answer` is still the one before.
 * @property {boolean} slow Asking for so long that the reader should be told.
 * @property {object|null} answer The last answer of /api/search for a first page.
 * @property {readonly object[]} hits All hits so far: the first page, and what "more" appended.
 * @property {string|null} next The cursor of the next page.
 * @property {'none'|'asking'|Error} more What became of the request for the next page.
 * @property {Error|null} failure
 */

const idle = Object.freeze({ phase: 'idle', slow: false, answer: null, hits: [], next: null, more: 'none', failure: null });

/**
 * Follows the address: a changed search is asked at once, a late answer never overwrites a newer one.
 * @param {Promise<void>} ready Settles when answers can be shown; they are asked for before.
 */
export function createSearch(address, endpoint, ready) {
  const progress = observable(idle);
  const first = createLatest();
  const following = createLatest();
  let asked = null;
  let timer = 0;

  let settle;
  const settled = new Promise((resolve) => {
    settle = resolve;
  });

  const change = (values) => progress.set({ ...progress.get(), ...values });

  const ask = (state) => {
    following.cancel();
    clearTimeout(timer);
    timer = setTimeout(() => change({ slow: true }), slowAfterMilliseconds);
    change({ phase: 'asking', slow: false, more: 'none' });
    const parameters = searchParameters(state);
    parameters.set('facets', 'all');
    parameters.set('facetSize', facetSize);
    parameters.set('interval', 'auto');
    first.run(
      (signal) => Promise.all([endpoint.search(parameters, signal), ready]).then(([answer]) => answer),
      (answer) => {
        clearTimeout(timer);
        settle();
        progress.set({ ...idle, phase: 'answered', answer, hits: answer.hits, next: answer.next ?? null });
      },
      (failure) => {
        clearTimeout(timer);
        settle();
        progress.set({ ...idle, phase: 'failed', failure });
      });
  };

  const follow = (state) => {
    if (isBlank(state)) {
      asked = null;
      clearTimeout(timer);
      first.cancel();
      following.cancel();
      ready.then(settle);
      if (progress.get() !== idle) progress.set(idle);
      return;
    }
    const search = searchParameters(state).toString();
    // An article opened over its results leaves them as they are; one opened by its address asks for nothing else.
    if (search === asked) return;
    if (state.article && asked === null) {
      settle();
      return;
    }
    asked = search;
    ask(state);
  };
  const stop = address.subscribe(follow);

  const retry = () => {
    if (!isBlank(address.get())) ask(address.get());
  };
  const retryOnline = () => {
    if (progress.get().failure?.kind === 'unreachable') retry();
  };
  window.addEventListener('online', retryOnline);

  return {
    get: progress.get,
    subscribe: progress.subscribe,
    retry,

    /** Settles when there is something to show: till then, what the server wrote stays. */
    settled,

    /** Appends the next page. */
    more() {
      const { next, more, phase } = progress.get();
      if (phase !== 'answered' || next === null || more === 'asking') return;
      const parameters = searchParameters({ ...address.get(), cursor: next });
      change({ more: 'asking' });
      following.run(
        (signal) => endpoint.search(parameters, signal),
        (answer) => change({ more: 'none', hits: [...progress.get().hits, ...answer.hits], next: answer.next ?? null }),
        (failure) => change({ more: failure }));
    },

    destroy() {
      stop();
      clearTimeout(timer);
      first.cancel();
      following.cancel();
      window.removeEventListener('online', retryOnline);
    },
  };
}
