import { isBlank } from '../state/search-state.js';
import { searchLabel } from '../text/describe.js';

const product = 'News archive';

/** The title of the window names the search; an open article names itself. */
export function mount(document, { address }) {
  const before = document.title;
  const stop = address.subscribe((state) => {
    if (state.article === null) document.title = isBlank(state) ? `${product} search` : `${searchLabel(state)} – ${product}`;
  });

  return function destroy() {
    stop();
    document.title = before;
  };
}
