import { element } from '../dom.js';
import { createLatest } from '../state/latest.js';
import { formatState, isBlank, withArticle, withChoice, parseState } from '../state/search-state.js';
import { tokenOf } from '../state/tokens.js';
import { t } from '../text/strings.js';
import { valueLabel } from '../text/wording.js';
import { createFailure } from './failure.js';
import { kicker, webAddress } from './hit.js';
import { withSpoken } from './quotation.js';
import { titleOf } from './title.js';

const origins = { record: 'said by the article itself', page: 'read from its page', registry: 'from the list of outlets' };

/** The whole text of one article, in place of the results. */
export function mount(root, { address, endpoint }) {
  const panel = element('div', { class: 'reader', hidden: true });
  root.append(panel);
  const latest = createLatest();
  let shown = null;

  const stop = address.subscribe((state) => {
    panel.hidden = state.article === null;
    if (state.article === null) {
      latest.cancel();
      shown = null;
    } else if (state.article !== shown) {
      load(state);
    }
  });

  function load(state) {
    shown = state.article;
    panel.setAttribute('aria-busy', 'true');
    panel.replaceChildren(backLink(state));
    latest.run(
      (signal) => endpoint.article(state.article, signal),
      (article) => {
        panel.removeAttribute('aria-busy');
        const content = articleOf(article);
        panel.replaceChildren(backLink(state), content);
        content.querySelector('h1').focus({ preventScroll: true });
        document.title = titleOf(article.title || t('hit.untitled'));
      },
      (failure) => {
        panel.removeAttribute('aria-busy');
        panel.replaceChildren(backLink(state), createFailure({ failure }, () => load(state), undefined, 'h1'));
      });
  }

  return function destroy() {
    stop();
    latest.cancel();
    panel.remove();
  };
}

function backLink(state) {
  const back = withArticle(state, null);
  return element('p', { class: 'reader-back' },
    element('a', { href: formatState(back), 'data-internal': true }, isBlank(back) ? '← Search the archive' : '← Back to the results'));
}

function articleOf(article) {
  const outside = webAddress(article.url);
  return element('article', { class: 'reader-article', lang: article.language },
    kicker(article),
    element('h1', { class: 'reader-title', dir: 'auto', tabindex: '-1' }, article.title || 'Untitled'),
    article.authors?.length > 0 && element('p', { class: 'hit-authors' }, 'By ', element('bdi', {}, article.authors.join(', '))),
    element('div', { class: 'reader-text' },
      ...paragraphs(article.text).map(({ text, offset }) => element('p', { dir: 'auto' }, ...withSpoken(text, offset, article.quotes)))),
    element('dl', { class: 'reader-facts', lang: 'en' },
      fact('Outlet', article.source, 'source', article), fact('Country', article.country, 'country', article),
      fact('Stance', article.stance, 'stance', article), ...(article.topics ?? []).map((topic) => fact('Topic', topic, 'topic', article)),
      fact('Language', article.language, 'language', article),
      outside && pair('Address', element('a', { href: outside, rel: 'noreferrer' }, outside)),
      article.file && pair('Read from', element('code', {}, article.file)),
      pair('Identifier', element('code', {}, article.id))));
}

const paragraphs = (text) => [...text.matchAll(/[^\n]+/g)].map((match) => ({ text: match[0], offset: match.index }));

function fact(label, value, field, { from }) {
  if (!value) return null;
  const origin = origins[from?.[field]];
  return pair(label,
    element('a', { href: formatState(withChoice(parseState(''), field, tokenOf(value), 'included')), 'data-internal': true },
      element('bdi', {}, valueLabel(field, value))),
    origin && element('span', { class: 'quiet' }, ` ${origin}`));
}

const pair = (label, ...content) => element('div', {}, element('dt', {}, label), element('dd', {}, ...content));
