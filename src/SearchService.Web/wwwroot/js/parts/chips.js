import { element, reconcile } from '../dom.js';
import { fieldOf } from '../state/fields.js';
import { choices, withChoice, withoutFilters } from '../state/search-state.js';
import { choiceLabel } from '../text/describe.js';
import { t } from '../text/strings.js';

/** What is chosen, each with a way to take it back. */
export function mount(root, { address }) {
  const list = element('ul', { class: 'chips', role: 'list', 'aria-label': t('facets.chosen') });
  const clear = element('button', { type: 'button', class: 'link-button', onclick: () => address.commit(withoutFilters(address.get())) },
    t('facets.clear'));
  const bar = element('div', { class: 'chips-bar', hidden: true }, list, clear);
  root.append(bar);

  const stop = address.subscribe((state) => {
    const chosen = choices(state);
    bar.hidden = chosen.length === 0;
    clear.hidden = chosen.length < 2;
    reconcile(list, chosen, ({ field, token }) => `${field}=${token}`, createChip);
  });

  function createChip(choice) {
    const label = choiceLabel(choice);
    const { label: fieldLabel } = fieldOf(choice.field);
    const remove = element('button', { type: 'button', class: 'chip', onclick: take },
      element('span', { class: 'visually-hidden' }, `${t('facets.remove')} `),
      element('span', { class: 'chip-field' }, fieldLabel), element('bdi', {}, label),
      element('span', { class: 'chip-cross', 'aria-hidden': 'true' }, '×'));
    const node = element('li', { class: choice.excluded && 'is-excluded' }, remove);

    function take() {
      const next = (node.nextElementSibling ?? node.previousElementSibling)?.querySelector('button') ?? document.getElementById('q');
      address.commit(withChoice(address.get(), choice.field, choice.subject, 'none'));
      next.focus();
    }
    return { node };
  }

  return function destroy() {
    stop();
    bar.remove();
  };
}
