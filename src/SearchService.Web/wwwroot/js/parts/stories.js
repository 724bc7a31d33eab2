import { element } from '../dom.js';
import { withCollapsed } from '../state/search-state.js';

/** The choice between articles and stories, of which each has one article shown. */
export function mount(root, { address }) {
  const box = element('input', { type: 'checkbox', onchange: () => address.commit(withCollapsed(address.get(), box.checked)) });
  const label = element('label', { class: 'stories' }, box, 'One per story');
  root.append(label);

  const stop = address.subscribe(({ collapsed }) => {
    box.checked = collapsed;
  });

  return function destroy() {
    stop();
    label.remove();
  };
}
