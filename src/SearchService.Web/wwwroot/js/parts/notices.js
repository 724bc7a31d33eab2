import { element } from '../dom.js';
import { formatState, withQuery } from '../state/search-state.js';
import { has, t, textAround } from '../text/strings.js';

// Spellings are told where the reading is.
const calm = (notice) => notice.code === 'name_variants_added' && notice.variant === undefined;

/** What the service has to say of how it took the query, and what may have been meant; the box underlines the places. */
export function mount(root, { search }) {
  const list = element('ul', { class: 'notices', 'aria-label': t('notices.label') });
  root.append(list);
  let shown;

  const stop = search.subscribe(({ answer, state }) => {
    if (answer === shown) return;
    shown = answer;
    const told = (answer?.query.notices ?? []).filter((notice) => !calm(notice));
    list.replaceChildren(
      ...(answer?.didYouMean ? [element('li', { class: 'notice notice-meant' }, ...meant(answer.didYouMean, state))] : []),
      ...told.map((notice) => noticeItem(notice, answer.nothing?.parts, state)));
    list.hidden = list.childElementCount === 0;
  });

  return function destroy() {
    stop();
    list.remove();
  };
}

/** "Did you mean …?", a link to that search, and what it finds. */
function meant({ text, count: n }, state) {
  const query = element('a', { href: formatState(withQuery(state, text)), 'data-internal': true, dir: 'auto' }, text);
  return textAround('nothing.meant', { query, found: t(`results.${state.in}`, { n }) });
}

// Where some of the words were enough, how many have each.
function noticeItem({ code, variant, message, values, error }, parts, state) {
  const key = `notice.${code}${variant ? `.${variant}` : ''}`;
  return element('li', { class: `notice${error ? ' is-error' : ''}`, 'data-code': code },
    ...(has(key) ? [t(key, { ...values })] : [element('span', { lang: 'en' }, message)]),
    code === 'all_words_relaxed' && parts && element('span', { class: 'notice-parts quiet' }, ...parts.map(({ text, count: n }) => element('span', {},
      ...textAround('nothing.part', { text: element('bdi', { class: 'term' }, text), found: t(`results.${state.in}`, { n }) })))));
}
