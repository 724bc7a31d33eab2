import { isBlank } from '../state/search-state.js';
import { searchLabel } from '../text/describe.js';
import { t } from '../text/strings.js';

/** The title of the window. */
export const titleOf = (what) => t('title.of', { what, name: t('page.name') });

/** The title of the window names the search; an open article names itself. */
export function mount(document, { address }) {
  const before = document.title;
  const stop = address.subscribe((state) => {
    if (state.article === null) document.title = isBlank(state) ? t('page.title') : titleOf(searchLabel(state));
  });

  return function destroy() {
    stop();
    document.title = before;
  };
}
