import { element } from '../dom.js';
import { parsePassage } from '../state/passage.js';
import { formatState, isBlank, withArticle } from '../state/search-state.js';
import { t } from '../text/strings.js';
import { createArticleView } from './article-view.js';
import { createFailure } from './failure.js';
import { titleOf } from './title.js';

/** The article that is open, in place of the results. */
export function mount(root, context) {
  const { address, article } = context;
  const panel = element('div', { class: 'reader', hidden: true });
  let related = root.querySelector('.related'); // as the server wrote it
  root.replaceChildren(panel);
  let view = null;

  function show({ phase, article: shown, failure }) {
    view?.destroy();
    view = null;
    panel.hidden = phase === 'idle';
    panel.toggleAttribute('aria-busy', false);
    if (phase === 'asking') {
      panel.setAttribute('aria-busy', 'true');
      panel.replaceChildren(backLink());
    } else if (phase === 'failed') {
      panel.replaceChildren(backLink(), createFailure({ failure }, article.retry, undefined, 'h1'));
    } else if (phase === 'answered') {
      document.title = titleOf(shown.title || t('hit.untitled'));
      view = createArticleView(shown, parsePassage(window.location.hash) ?? passageAt(shown, address.get().at), related, context);
      related = null;
      panel.replaceChildren(backLink(), view.node);
      view.begin();
    } else {
      panel.replaceChildren();
    }
  }

  function backLink() {
    const back = withArticle(address.get(), null);
    return element('p', { class: 'reader-back' },
      element('a', { href: formatState(back), 'data-internal': true }, t(isBlank(back) ? 'article.toStart' : 'article.toResults')));
  }

  // Another place of the same article.
  const moved = () => article.get().phase === 'answered' && show(article.get());
  const hashMoved = () => parsePassage(window.location.hash) && moved(); // any other is for the browser: the skip link's
  window.addEventListener('hashchange', hashMoved);
  let { at } = address.get();
  const stops = [
    address.subscribe((state) => {
      const isElsewhere = state.at !== null && state.at !== at;
      at = state.at;
      if (isElsewhere) moved();
    }),
    article.subscribe(show),
  ];

  return function destroy() {
    for (const stop of stops) stop();
    window.removeEventListener('hashchange', hashMoved);
    view?.destroy();
    panel.remove();
  };
}

// The quotation that begins at a place, or the paragraph from there on.
function passageAt({ text, quotes = [] }, at) {
  if (at === null || at >= text.length) return null;
  const quote = quotes.find(({ start, end }) => start <= at && at < end);
  return quote ? [quote.start, quote.end] : [at, text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)];
}
