import { element } from '../dom.js';
import { withQuery } from '../state/search-state.js';

const typingPauseMilliseconds = 150;

/** The box, its button, and `/` from anywhere to get to it. */
export function mount(root, { address }) {
  const input = element('input', {
    id: 'q', class: 'search-input', type: 'search', name: 'q', dir: 'auto', autocomplete: 'off', autocapitalize: 'off',
    spellcheck: 'false', enterkeyhint: 'search', maxlength: '10000', placeholder: 'Words, or “an exact quotation”',
    'aria-describedby': 'notices',
  });
  const clear = element('button', { type: 'button', class: 'search-clear', 'aria-label': 'Clear the search', onclick: empty }, '×');
  const form = element('form', { class: 'search-form', action: 'search', method: 'get', onsubmit: submit },
    element('label', { class: 'visually-hidden', for: 'q' }, 'Search the archive'),
    element('span', { class: 'search-field' },
      input, clear, element('kbd', { class: 'search-key', 'aria-hidden': 'true' }, '/')),
    element('button', { type: 'submit', class: 'button button-primary' }, 'Search'));
  root.append(form);

  let timer = 0;
  let shown = null;

  function submit(event) {
    event.preventDefault();
    clearTimeout(timer);
    address.settle(withQuery(address.get(), input.value));
  }

  function empty() {
    clearTimeout(timer);
    input.value = '';
    address.commit(withQuery(address.get(), ''));
    input.focus();
  }

  function typed(event) {
    clear.hidden = input.value === '';
    clearTimeout(timer);
    // Half a word of an input method is not a search yet; its end is an input event of its own.
    if (event.isComposing) return;
    timer = setTimeout(() => address.draft(withQuery(address.get(), input.value)), typingPauseMilliseconds);
  }

  function focusBySlash(event) {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  }

  input.addEventListener('input', typed);
  input.addEventListener('compositionend', typed);
  document.addEventListener('keydown', focusBySlash);

  const stop = address.subscribe(({ q }) => {
    // What is in the box may be ahead of the address; only another search, from a link or from history, replaces it.
    if (q !== shown && q !== input.value.trim()) {
      clearTimeout(timer);
      input.value = q;
    }
    shown = q;
    clear.hidden = input.value === '';
  });

  return function destroy() {
    stop();
    clearTimeout(timer);
    document.removeEventListener('keydown', focusBySlash);
    form.remove();
  };
}

const isTyping = (target) =>
  target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName) && target.type !== 'checkbox';
