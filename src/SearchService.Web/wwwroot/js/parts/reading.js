import { element } from '../dom.js';
import { readingOf, widened } from '../text/outline.js';
import { locale, t, textAround } from '../text/strings.js';
import { count } from '../text/wording.js';

/** How the query was read, in one line; on demand as a query, and what the answer took. */
export function mount(root, { search }) {
  const line = element('summary', { class: 'reading-line' });
  const body = element('div', { class: 'reading-body' });
  const details = element('details', { class: 'reading' }, line, body);
  const others = element('div', { class: 'reading-others' });
  root.append(details, others);
  let shown = null;

  const stop = search.subscribe(({ answer }) => {
    root.hidden = !answer?.query.outline;
    if (root.hidden || answer === shown) return;
    shown = answer;
    const { query: { outline, read }, index: { name, generation }, tookMicroseconds } = answer;
    const spelt = widened(outline);
    line.replaceChildren(...textAround('reading.read', { reading: element('span', {}, ...readingOf(outline)) }));
    body.replaceChildren(
      element('code', { class: 'reading-query', dir: 'auto', lang: 'en' }, read),
      ...(spelt.length > 0 ? [element('p', {}, t('reading.only'))] : []),
      element('p', {}, t('reading.took', { time: count(tookMicroseconds / 1000), generation, name })));
    others.replaceChildren(...spelt.map(spellings));
  });

  return function destroy() {
    stop();
    root.replaceChildren();
  };
}

function spellings({ text, spellings: others, moreSpellings }) {
  const named = new Intl.ListFormat(locale, { type: 'conjunction' })
    .format([...others, ...(moreSpellings ? [t('reading.more', { n: moreSpellings })] : [])]);
  return element('p', { class: 'reading-spellings' },
    ...textAround('reading.spellings', { text: element('bdi', { class: 'term' }, text), spellings: element('bdi', {}, named) }));
}
