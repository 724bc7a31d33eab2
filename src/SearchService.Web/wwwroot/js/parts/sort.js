import { element } from '../dom.js';
import { withSort } from '../state/search-state.js';
import { t } from '../text/strings.js';

/** The order of the results. */
export function mount(root, { address }) {
  const select = element('select', { id: 'sort', class: 'select', onchange: () => address.commit(withSort(address.get(), select.value)) },
    ...['relevance', 'newest', 'oldest'].map((value) => element('option', { value }, t(`sort.${value}`))));
  const label = element('label', { class: 'sort' }, element('span', { class: 'visually-hidden' }, t('sort.label')), select);
  root.append(label);

  const stop = address.subscribe(({ sort }) => {
    select.value = sort;
  });

  return function destroy() {
    stop();
    label.remove();
  };
}
