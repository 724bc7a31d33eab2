import { parseState, searchParameters } from '../state/search-state.js';

/** Follows the page's own links without loading it anew, and keeps the place in a list one comes back to. */
export function mount(document, { address }) {
  const { defaultView: window } = document;
  let here = address.get();
  let place = 0;

  function clicked(event) {
    const link = event.target.closest?.('a[data-internal]');
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const next = parseState(new URL(link.href).search);
    const returns = isSameSearch(next, address.get());
    address.commit(next);
    if (next.article) return; // it takes the focus itself when it is there
    // Where the link was, something else is now: go on reading at the top.
    (document.querySelector('h1[tabindex]:not([hidden] *)') ?? document.getElementById('main')).focus({ preventScroll: true });
    if (!returns) window.scrollTo({ top: 0 });
  }

  // Who comes back from an article goes on at the hit it was opened from.
  function goOnBehind(article) {
    [...document.querySelectorAll('.hits a[data-internal]')].find((link) => parseState(new URL(link.href).search).article === article)?.focus({ preventScroll: true });
    window.scrollTo({ top: place });
  }

  // Runs before the parts change the page: it is mounted first.
  const stop = address.subscribe((state) => {
    const same = isSameSearch(state, here);
    if (same && state.article && !here.article) place = window.scrollY;
    const back = same && !state.article && here.article;
    const opened = state.article && state.article !== here.article;
    const left = here.article;
    here = state;
    if (back) window.requestAnimationFrame(() => goOnBehind(left));
    else if (opened) window.scrollTo({ top: 0 });
  });
  document.addEventListener('click', clicked);

  return function destroy() {
    stop();
    document.removeEventListener('click', clicked);
  };
}

const isSameSearch = (a, b) => searchParameters(a).toString() === searchParameters(b).toString();
