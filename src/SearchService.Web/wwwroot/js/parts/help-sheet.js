import { element } from '../dom.js';
import { keysAreOn, onKey, switchKeys } from '../keys.js';
import { t } from '../text/strings.js';
import { allForms } from './help.js';

/** The query language on one sheet; a button beside the box opens it, and `?`. */
export function mount(form) {
  const sheet = element('dialog', { class: 'sheet sheet-help', 'aria-labelledby': 'help-sheet-title', onclick: closeOn },
    element('div', { class: 'sheet-head' },
      element('h2', { class: 'sheet-title', id: 'help-sheet-title' }, t('help.open')),
      element('button', { type: 'button', class: 'icon-button', 'aria-label': t('help.close'), onclick: () => sheet.close() }, '×')),
    element('div', { class: 'sheet-body' }));
  const opener = element('button', { type: 'button', class: 'search-help', 'aria-haspopup': 'dialog', onclick: open }, t('help.open'));
  form.append(opener);
  document.body.append(sheet);

  function open() {
    const body = sheet.querySelector('.sheet-body');
    if (body.childElementCount === 0) {
      const box = element('input', { type: 'checkbox', onchange: () => switchKeys(box.checked) });
      box.checked = keysAreOn();
      body.append(...allForms(), element('label', { class: 'help-keys' }, box, t('help.keys')));
    }
    sheet.showModal();
  }

  // The dialog itself is hit only where its content isn't: on the backdrop. A link runs its example behind the sheet.
  function closeOn(event) {
    if (event.target === sheet || event.target.closest('a')) sheet.close();
  }

  const stop = onKey('?', open);

  return function destroy() {
    stop();
    sheet.remove();
    opener.remove();
  };
}
