import { element } from '../dom.js';
import { withSort } from '../state/search-state.js';

const orders = [['relevance', 'Best match'], ['newest', 'Newest first'], ['oldest', 'Oldest first']];

/** The order of the results. */
export function mount(root, { address }) {
  const select = element('select', { id: 'sort', class: 'select', onchange: () => address.commit(withSort(address.get(), select.value)) },
    ...orders.map(([value, label]) => element('option', { value }, label)));
  const label = element('label', { class: 'sort' }, element('span', { class: 'visually-hidden' }, 'Order'), select);
  root.append(label);

  const stop = address.subscribe(({ sort }) => {
    select.value = sort;
  });

  return function destroy() {
    stop();
    label.remove();
  };
}
