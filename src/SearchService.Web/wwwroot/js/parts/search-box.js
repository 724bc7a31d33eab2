import { element } from '../dom.js';
import { isTouched, onKey } from '../keys.js';
import { withQuery } from '../state/search-state.js';
import { t } from '../text/strings.js';
import { mount as mountHelpSheet } from './help-sheet.js';
import { createSuggestions } from './suggestions.js';
import { createUnderlay } from './underlay.js';

// A pause between two keys of one stroke isn't one.
const typingPauseMilliseconds = 30;

/** The box, its button, what may be meant while one types, and `/` from anywhere to get to it. */
export function mount(root, context) {
  const { address } = context;
  const input = element('input', {
    id: 'q', class: 'search-input', type: 'text', name: 'q', dir: 'auto', autocomplete: 'off', autocapitalize: 'off', autocorrect: 'off',
    spellcheck: 'false', inputmode: 'search', enterkeyhint: 'search', maxlength: '20000', placeholder: t('box.placeholder'), 'aria-describedby': 'notices',
  });
  const clear = element('button', { type: 'button', class: 'search-clear', 'aria-label': t('box.clear'), onclick: empty }, '×');
  const field = element('span', { class: 'search-field' },
    input, clear, element('kbd', { class: 'search-key', 'aria-hidden': 'true' }, '/'));
  const form = element('form', { class: 'search-form', action: 'search', method: 'get', onsubmit: submit },
    element('label', { class: 'visually-hidden', for: 'q' }, t('box.label')), field,
    element('button', { type: 'submit', class: 'button button-primary' }, t('box.search')));
  const written = root.querySelector('input[name="q"]');
  const isFocused = written !== null && written === document.activeElement;
  root.replaceChildren(form);

  const suggestions = createSuggestions(form, input, context);
  const underlay = createUnderlay(field, input, context);
  const destroySheet = mountHelpSheet(form, context);
  let timer = 0;
  let shown = null;

  function submit(event) {
    event.preventDefault();
    clearTimeout(timer);
    suggestions.close();
    if (isTouched()) input.blur();
    address.settle(withQuery(address.get(), input.value));
  }

  function empty() {
    clearTimeout(timer);
    input.value = '';
    suggestions.close();
    address.commit(withQuery(address.get(), ''));
    input.focus();
  }

  function typed(event) {
    clear.hidden = input.value === '';
    underlay.draw();
    clearTimeout(timer);
    // Half a word of an input method is not a search yet; its end is an input event of its own.
    if (event.isComposing) return;
    timer = setTimeout(() => {
      suggestions.ask();
      address.draft(withQuery(address.get(), input.value));
    }, typingPauseMilliseconds);
  }

  input.addEventListener('input', typed);
  input.addEventListener('compositionend', typed);
  const stopKey = onKey('/', () => {
    input.focus();
    input.select();
  });

  const stop = address.subscribe(({ q }) => {
    // What is in the box may be ahead of the address; only another search, from a link or from history, replaces it.
    if (q !== shown && q !== input.value.trim()) {
      clearTimeout(timer);
      input.value = q;
      suggestions.close();
      underlay.draw();
    }
    shown = q;
    clear.hidden = input.value === '';
  });

  // What was typed into the form that the server wrote is kept, and so is the focus.
  if (written && written.value !== written.defaultValue) {
    input.value = written.value;
    input.dispatchEvent(new Event('input'));
  }
  if (isFocused) input.focus();

  return function destroy() {
    stop();
    clearTimeout(timer);
    suggestions.destroy();
    underlay.destroy();
    destroySheet();
    stopKey();
    form.remove();
  };
}
