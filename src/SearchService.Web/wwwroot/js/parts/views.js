import { element, setAttribute } from '../dom.js';
import { formatState, withIn } from '../state/search-state.js';
import { t } from '../text/strings.js';

/** The switch between articles and quotations; the query and the filters stay. */
export function mount(root, { address, archive }) {
  const links = ['articles', 'quotes'].map((listed) =>
    [listed, element('a', { class: 'view', 'data-internal': true }, t(`views.${listed}`))]);
  const nav = element('nav', { class: 'views', 'aria-label': t('views.label') }, ...links.map(([, link]) => link));
  root.append(nav);

  // One who comes by an address to quotations that can't be searched is told so, and needs the way back.
  const showWhereAble = () => {
    nav.hidden = !archive.can('quotations') && address.get().in !== 'quotes';
  };
  const stopArchive = archive.subscribe(showWhereAble);
  const stop = address.subscribe((state) => {
    showWhereAble();
    for (const [listed, link] of links) {
      const isShown = state.in === listed;
      setAttribute(link, 'href', formatState(isShown ? { ...state, article: null, at: null } : withIn(state, listed)));
      setAttribute(link, 'aria-current', isShown && 'page');
    }
  });

  return function destroy() {
    stopArchive();
    stop();
    nav.remove();
  };
}
