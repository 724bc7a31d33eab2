import { element, setAttribute } from '../dom.js';
import { formatState } from '../state/search-state.js';
import { language, t } from '../text/strings.js';

/** What answered: the archive, its size, and which state of it, so that a result can be cited; and the page in the other language. */
export function mount(root, { address, archive, search }) {
  const line = element('p', {});
  const other = language === 'ru' ? 'en' : 'ru';
  const link = element('a', { class: 'colophon-language', lang: other, hreflang: other }, t('colophon.language'));
  root.append(line, link);

  const show = () => {
    const index = search.get().answer?.index ?? archive.get()?.index;
    line.textContent = index ? t('colophon.state', { articles: t('results.articles', { n: index.articles }), name: index.name, n: index.generation }) : '';
  };
  const stops = [archive.subscribe(show), search.subscribe(show), address.subscribe((state) => {
    const here = formatState(state);
    setAttribute(link, 'href', `${here}${here.includes('?') ? '&' : '?'}lang=${other}`);
  })];

  return function destroy() {
    for (const stop of stops) stop();
    root.replaceChildren();
  };
}
