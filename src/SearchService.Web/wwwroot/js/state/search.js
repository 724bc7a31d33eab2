// The search that the address asks for, and its answer.

import { observable } from '../observable.js';
import { createLatest } from './latest.js';
import { isBlank, lastNumberedPage, requestParameters, searchParameters, withPage } from './search-state.js';

const slowAfterMilliseconds = 200;
const facetSize = 10;

// A service that is away or busy is asked again by itself: soon, then ever more rarely.
const secondsToNextTry = (tries) => Math.min(60, 5 * 2 ** tries);

/**
 * @typedef {Object} SearchProgress
 * @property {'idle'|'asking'|'answered'|'failed'} phase While asking, `answer` is still the one before.
 * @property {boolean} slow Asking for so long that the reader should be told.
 * @property {object|null} answer The last answer of /api/search or /api/quotes.
 * @property {import('./search-state.js').SearchState|null} state What `answer` answers.
 * @property {Error|null} failure
 * @property {boolean} retries Whether a failed search will be asked again by itself.
 * @property {boolean} renewed Whether the index was replaced while its pages were turned: the answer is the new one's.
 */

const idle = Object.freeze({ phase: 'idle', slow: false, answer: null, state: null, failure: null, retries: false, renewed: false });

/**
 * Follows the address: a changed search is asked at once, a late answer never overwrites a newer one.
 * @param {Promise<void>} ready Settles when answers can be shown; they are asked for before.
 */
export function createSearch(address, endpoint, ready) {
  const progress = observable(idle);
  const latest = createLatest();
  let asked = null;
  let slowness = 0;
  let retrying = 0;
  let tries = 0;
  let renewed = false;

  let settle;
  const settled = new Promise((resolve) => {
    settle = resolve;
  });

  const change = (values) => progress.set({ ...progress.get(), ...values });

  const forget = () => {
    clearTimeout(slowness);
    clearTimeout(retrying);
    latest.cancel();
  };

  const failed = (failure, state) => {
    // A cursor is of one state of the index: of the next one, the farthest page that has a number.
    if (failure.code === 'cursor_outdated' && state.cursor) {
      renewed = true;
      address.replace(withPage(state, Math.min(state.page, lastNumberedPage)));
      return;
    }
    renewed = false;
    const retries = failure.passes === true;
    progress.set({ ...idle, phase: 'failed', failure, retries });
    if (retries) retrying = setTimeout(retryWhenSeen, 1000 * (failure.retryAfter ?? secondsToNextTry(tries++)));
  };

  const ask = (state, quietly = false) => {
    forget();
    if (!quietly) {
      slowness = setTimeout(() => change({ slow: true }), slowAfterMilliseconds);
      change({ phase: 'asking', slow: false });
    }
    const parameters = requestParameters(state);
    parameters.set('facets', 'all');
    parameters.set('facetSize', facetSize);
    parameters.set('interval', 'auto');
    parameters.set('split', 'stance');
    parameters.set('explain', 'true');
    latest.run(
      (signal) => Promise.all([endpoint[state.in === 'quotes' ? 'quotes' : 'search'](parameters, signal), ready]).then(([answer]) => answer),
      (answer) => {
        clearTimeout(slowness);
        settle();
        tries = 0;
        progress.set({ ...idle, phase: 'answered', answer, state, renewed });
        renewed = false;
      },
      (failure) => {
        clearTimeout(slowness);
        settle();
        failed(failure, state);
      });
  };

  const retry = (quietly) => {
    const state = address.get();
    if (!isBlank(state) && asked !== null) ask(state, quietly === true);
  };

  const retryWhenSeen = () => {
    if (document.hidden) document.addEventListener('visibilitychange', retryWhenSeen, { once: true });
    else if (progress.get().retries) retry(true);
  };

  const follow = (state) => {
    if (isBlank(state)) {
      asked = null;
      forget();
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
    tries = 0;
    ask(state);
  };
  const stop = address.subscribe(follow);

  const retryOnline = () => {
    if (/^(offline|unreachable)$/.test(progress.get().failure?.kind)) retry();
  };
  window.addEventListener('online', retryOnline);

  return {
    get: progress.get,
    subscribe: progress.subscribe,
    retry,

    /** Settles when there is something to show: till then, what the server wrote stays. */
    settled,

    destroy() {
      stop();
      forget();
      document.removeEventListener('visibilitychange', retryWhenSeen);
      window.removeEventListener('online', retryOnline);
    },
  };
}
