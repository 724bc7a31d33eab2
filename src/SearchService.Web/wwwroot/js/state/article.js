// The article that the address names, as its query marks it.

import { observable } from '../observable.js';
import { createLatest } from './latest.js';

/**
 * @typedef {Object} ArticleProgress
 * @property {'idle'|'asking'|'answered'|'failed'} phase
 * @property {object|null} article The answer of /api/articles/{id}.
 * @property {Error|null} failure
 */

const idle = Object.freeze({ phase: 'idle', article: null, failure: null });

/** Follows the address: an article is asked for when it is opened; a late answer never overwrites a newer one. */
export function createArticle(address, endpoint) {
  const progress = observable(idle);
  const latest = createLatest();
  let asked = null;
  let settle;
  const settled = new Promise((resolve) => {
    settle = resolve;
  });

  function ask({ article: id, ...state }) {
    const parameters = new URLSearchParams();
    if (state.q) parameters.set('q', state.q);
    if (state.q && state.in !== 'articles') parameters.set('in', state.in);
    progress.set({ ...idle, phase: 'asking' });
    latest.run(
      (signal) => endpoint.article(id, parameters, signal),
      (article) => {
        settle();
        progress.set({ ...idle, phase: 'answered', article });
      },
      (failure) => {
        settle();
        progress.set({ ...idle, phase: 'failed', failure });
      });
  }

  const stop = address.subscribe((state) => {
    const wanted = state.article === null ? null : JSON.stringify([state.article, state.q, state.in]);
    if (wanted === null) settle();
    if (wanted === asked) return;
    asked = wanted;
    latest.cancel();
    if (wanted === null) progress.set(idle);
    else ask(state);
  });

  return {
    get: progress.get,
    subscribe: progress.subscribe,

    /** Settles when there is an article to show, or none is wanted. */
    settled,

    /** Asks again. */
    retry: () => address.get().article !== null && ask(address.get()),

    destroy() {
      stop();
      latest.cancel();
    },
  };
}
