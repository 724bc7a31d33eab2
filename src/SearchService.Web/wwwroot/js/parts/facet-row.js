import { element, setAttribute } from '../dom.js';
import { stanceShape } from '../text/stances.js';
import { count, counted, valueLabel } from '../text/wording.js';

/**
 * One value: a checkbox with its count and a bar behind it, and a button that excludes it.
 * @param {{name: string, missing: string}} field
 * @param {{subject: string, value: string|null, depth: number}} first What never changes of the row.
 * @param {(subject: string, choice: 'included'|'excluded'|'none') => void} choose
 */
export function createFacetRow(field, { subject, value, depth }, choose) {
  const name = value === null ? field.missing : valueLabel(field.name, value);
  const box = element('input', { type: 'checkbox', onchange: () => choose(subject, box.checked ? 'included' : 'none') });
  const number = element('span', { class: 'facet-count' });
  const spoken = element('span', { class: 'visually-hidden' });
  const exclude = element('button', { type: 'button', class: 'facet-exclude', title: 'Exclude', 'aria-label': `Exclude ${name}`, onclick: toggle },
    element('span', { 'aria-hidden': 'true' }, '−'));
  const node = element('li', { class: `facet-row depth-${depth}`, 'data-value': subject },
    element('label', { class: 'facet-label' },
      box, field.name === 'stance' && value !== null && stanceShape(value),
      element('bdi', { class: value === null ? 'facet-name facet-none' : 'facet-name' }, name), number, spoken),
    exclude);

  function toggle() {
    choose(subject, exclude.getAttribute('aria-pressed') === 'true' ? 'none' : 'excluded');
  }

  function update(item) {
    box.checked = item.choice === 'included';
    box.indeterminate = item.partly;
    number.textContent = count(item.count);
    number.setAttribute('aria-hidden', 'true');
    spoken.textContent = `, ${counted(item.count, 'article')}`;
    setAttribute(exclude, 'aria-pressed', item.choice === 'excluded' ? 'true' : 'false');
    node.classList.toggle('is-excluded', item.choice === 'excluded');
    node.classList.toggle('is-chosen', item.choice === 'included');
    node.classList.toggle('is-zero', item.count === 0);
    node.style.setProperty('--share', item.share.toFixed(4));
  }

  return { node, update };
}
