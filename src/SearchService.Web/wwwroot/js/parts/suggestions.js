import { element, setAttribute } from '../dom.js';
import { isTouched } from '../keys.js';
import { createLatest } from '../state/latest.js';
import { choices, parseState, withArticle, withChoice, withQuery } from '../state/search-state.js';
import { tokenOf } from '../state/tokens.js';
import { marked } from '../text/marks.js';
import { t } from '../text/strings.js';
import { count } from '../text/wording.js';

const limit = 5;
const most = { completions: 5, titles: 3, authors: 2, sources: 2 };

/**
 * What a query being typed may become, as the list of a combobox (ARIA 1.2): the focus stays in the box, Enter searches what is typed
 * unless an option was gone to by arrow, Escape closes. A list that was gone into by arrow stays as it is until more is typed.
 */
export function createSuggestions(form, input, { address, archive, endpoint }) {
  const list = element('ul', { class: 'suggestions', id: 'suggestions', role: 'listbox', 'aria-label': t('suggest.label'), hidden: true, onpointerdown: keepFocus });
  form.append(list);
  const latest = createLatest();
  let active = -1;

  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', 'suggestions'], ['aria-expanded', 'false'], ['aria-haspopup', 'listbox']]) {
    input.setAttribute(name, value);
  }
  input.addEventListener('keydown', pressed);
  input.addEventListener('input', () => goTo(-1));
  input.addEventListener('blur', close);

  function close() {
    latest.cancel();
    show([]);
  }

  function show(options) {
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', !list.hidden);
    goTo(-1);
  }

  function goTo(index) {
    active = index;
    for (const [place, option] of [...list.children].entries()) option.setAttribute('aria-selected', place === index);
    setAttribute(input, 'aria-activedescendant', list.children[index]?.id);
    list.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  function ask() {
    if (active >= 0) return;
    const q = input.value.trim();
    if (q === '' || !archive.can('suggestions') || document.activeElement !== input) {
      close();
      return;
    }
    latest.run((signal) => endpoint.suggest(new URLSearchParams({ q: input.value.trimStart(), limit }), signal),
      (answer) => show(optionsOf(answer, q)),
      () => show([])); // the search itself says what is amiss
  }

  function optionsOf({ completions, didYouMean, titles, authors, sources }, q) {
    const here = address.get();
    // Counts are of articles under no filter.
    const isCounted = here.in === 'articles' && choices(here).length === 0;
    const asQuery = (kind) => ({ text, count: n }) =>
      ({ kind, text, marks: kind ? [] : [[sameLength(text, q), text.length]], n: isCounted ? n : undefined, next: withQuery(here, text) });
    const asName = (name) => ({ value, count: n }) => ({ kind: name, text: value, n, next: withChoice(parseState(''), name, tokenOf(value), 'included') });
    return [
      ...completions.filter(({ text }) => text !== q).slice(0, most.completions).map(asQuery()),
      ...(didYouMean ? [didYouMean].map(asQuery('meant')) : []),
      ...(sources ?? []).slice(0, most.sources).map(asName('source')),
      ...(authors ?? []).slice(0, most.authors).map(asName('author')),
      ...(titles ?? []).slice(0, most.titles).map(({ id, title, highlights }) =>
        ({ kind: 'title', text: title, marks: highlights, next: withArticle(withQuery(here, q), id) })),
    ].map(createOption);
  }

  function createOption({ kind, text, marks, n, next }, index) {
    return element('li', { class: 'suggestion', id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false', onclick: () => choose(next) },
      element('span', { class: 'suggestion-text', dir: 'auto' }, ...marked(text, marks)),
      kind && element('span', { class: 'suggestion-kind' }, t(`suggest.${kind}`)),
      n !== undefined && element('span', { class: 'suggestion-count' }, count(n)));
  }

  function choose(next) {
    input.value = next.q;
    close();
    if (isTouched()) input.blur();
    address[next.article ? 'commit' : 'settle'](next);
  }

  function pressed(event) {
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && active >= 0) list.children[active].click();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  }

  // One place more than there are options: what is typed.
  function step(by) {
    const places = list.childElementCount + 1;
    latest.cancel();
    goTo((active + 1 + by + places) % places - 1);
  }

  function keepFocus(event) {
    event.preventDefault();
  }

  return {
    ask,
    close,
    destroy() {
      latest.cancel();
      list.remove();
    },
  };
}

// What is new stands out of what is typed already.
function sameLength(text, typed) {
  return text.toLowerCase().startsWith(typed.toLowerCase()) ? typed.length : 0;
}
