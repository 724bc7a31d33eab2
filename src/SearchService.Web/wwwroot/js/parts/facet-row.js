import { element, setAttribute } from '../dom.js';
import { stanceShape } from '../text/stances.js';
import { t } from '../text/strings.js';
import { counts } from '../text/things.js';
import { count, valueLabel } from '../text/wording.js';

/**
 * One value: a checkbox with its count and a bar behind it, a button that excludes it, and one that opens a period.
 * @param {{name: string, missing: string}} field
 * @param {{subject: string, value: string|null, depth: number, open?: boolean}} first What never changes of the row; a period that can be
 *   opened has `open`.
 * @param {{choose: (subject: string, choice: 'included'|'excluded'|'none') => void, open: (value: string, open: boolean) => void}} act
 */
export function createFacetRow(field, { subject, value, depth, open }, act) {
  const name = value === null ? field.missing : valueLabel(field.name, value);
  const box = element('input', { type: 'checkbox', onchange: () => act.choose(subject, box.checked ? 'included' : 'none') });
  const number = element('span', { class: 'facet-count', 'aria-hidden': 'true' });
  const spoken = element('span', { class: 'visually-hidden' });
  const exclude = element('button', {
    type: 'button', class: 'facet-exclude', title: t('facets.excludeShort'), 'aria-label': t('facets.exclude', { value: name }),
    onclick: () => act.choose(subject, exclude.getAttribute('aria-pressed') === 'true' ? 'none' : 'excluded'),
  }, element('span', { 'aria-hidden': 'true' }, '−'));
  const opener = open !== undefined && element('button', {
    type: 'button', class: 'facet-open', 'aria-label': t('facets.open', { period: name }),
    onclick: () => act.open(value, opener.getAttribute('aria-expanded') !== 'true'),
  });
  const node = element('li', { class: `facet-row depth-${depth}`, 'data-value': subject }, opener,
    element('label', { class: 'facet-label' },
      box, field.name === 'stance' && value !== null && stanceShape(value),
      element('bdi', { class: value === null ? 'facet-name facet-none' : 'facet-name' }, name), number, spoken),
    exclude);

  function update(item) {
    box.checked = item.choice === 'included';
    box.indeterminate = item.partly;
    number.textContent = item.count === null ? '' : count(item.count);
    spoken.textContent = item.count === null ? '' : `, ${t(`results.${counts(item.state)}`, { n: item.count })}`;
    setAttribute(exclude, 'aria-pressed', item.choice === 'excluded' ? 'true' : 'false');
    if (opener) setAttribute(opener, 'aria-expanded', item.open ? 'true' : 'false');
    node.classList.toggle('is-excluded', item.choice === 'excluded');
    node.classList.toggle('is-chosen', item.choice === 'included');
    node.classList.toggle('is-zero', item.count === 0);
    node.style.setProperty('--share', item.share.toFixed(4));
  }

  return { node, update };
}
