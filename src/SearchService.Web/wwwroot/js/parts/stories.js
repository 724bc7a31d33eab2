import { element } from '../dom.js';
import { withCollapsed } from '../state/search-state.js';
import { t } from '../text/strings.js';

/** The choice between articles and stories, of which each has one article shown. */
export function mount(root, { address, archive }) {
  const box = element('input', { type: 'checkbox', onchange: () => address.commit(withCollapsed(address.get(), box.checked)) });
  const label = element('label', { class: 'stories' }, box, t('sort.stories'));
  root.append(label);

  const show = () => {
    const { in: listed, collapsed } = address.get();
    box.checked = collapsed;
    label.hidden = listed === 'quotes' || (!archive.can('stories') && !collapsed);
  };
  const stopArchive = archive.subscribe(show);
  const stop = address.subscribe(show);

  return function destroy() {
    stopArchive();
    stop();
    label.remove();
  };
}
