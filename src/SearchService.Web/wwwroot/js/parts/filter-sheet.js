import { element } from '../dom.js';
import { choices } from '../state/search-state.js';
import { t } from '../text/strings.js';
import { counts } from '../text/things.js';

/**
 * Where there is no room beside the results, the filters move into a sheet that a button opens.
 * @param {HTMLElement} filters The place of the facets on a wide page.
 * @param {{button: HTMLElement}} places Where the button goes.
 */
export function mount(filters, { address, search }, { button: place }) {
  const wide = window.matchMedia('(min-width: 60rem)');
  const home = filters.parentElement;
  const done = element('button', { type: 'button', class: 'button button-primary', onclick: () => sheet.close() });
  const body = element('div', { class: 'sheet-body' });
  const sheet = element('dialog', { class: 'sheet', 'aria-labelledby': 'sheet-title', onclick: closeOutside },
    element('div', { class: 'sheet-head' },
      element('h2', { class: 'sheet-title', id: 'sheet-title' }, t('facets.label')),
      element('button', { type: 'button', class: 'icon-button', 'aria-label': t('facets.close'), onclick: () => sheet.close() }, '×')),
    body, element('div', { class: 'sheet-foot' }, done));
  const opener = element('button', { type: 'button', class: 'button', 'aria-haspopup': 'dialog', onclick: () => sheet.showModal() });
  document.body.append(sheet);
  place.append(opener);

  function settle() {
    place.hidden = wide.matches;
    if (wide.matches) {
      sheet.close();
      home.prepend(filters);
    } else {
      body.append(filters);
    }
  }

  // The dialog itself is hit only where its content isn't: on the backdrop.
  function closeOutside(event) {
    if (event.target === sheet) sheet.close();
  }

  wide.addEventListener('change', settle);
  settle();
  const stops = [
    address.subscribe((state) => {
      const chosen = choices(state).length;
      opener.textContent = chosen > 0 ? t('facets.labelChosen', { n: chosen }) : t('facets.label');
      if (state.article) sheet.close();
    }),
    search.subscribe(({ answer, state }) => {
      done.textContent = answer ? t(`facets.show.${counts(state)}`, { n: answer.stories ?? answer.total }) : t('facets.done');
    }),
  ];

  return function destroy() {
    for (const stop of stops) stop();
    wide.removeEventListener('change', settle);
    home.prepend(filters);
    sheet.remove();
    opener.remove();
  };
}
