import { isBlank } from '../state/search-state.js';

/** Says which of its three faces the page shows: `welcome`, `results` or `article`. */
export function mount(root, { address }) {
  const stop = address.subscribe((state) => {
    root.dataset.face = state.article ? 'article' : isBlank(state) ? 'welcome' : 'results';
  });

  return function destroy() {
    stop();
    delete root.dataset.face;
  };
}
