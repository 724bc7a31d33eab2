import { element } from '../dom.js';
import { marked } from '../text/marks.js';
import { t } from '../text/strings.js';
import { createFacts } from './article-facts.js';
import { createMatches } from './article-matches.js';
import { createRelated } from './article-related.js';
import { createShare } from './article-share.js';
import { createArticleText } from './article-text.js';
import { byline, kicker } from './hit.js';

/**
 * One article, whole: its head, what one can do with it, its text, what is known of it, what is like it.
 * @param {object} article As /api/articles/{id} gives it.
 * @param {[number, number]|null} passage What the address points at.
 * @param {HTMLElement|null} writtenRelated What is like it, as the server wrote it for this article or another.
 */
export function createArticleView(article, passage, writtenRelated, context) {
  const text = createArticleText(article, passage);
  const matches = createMatches(article.text, text.matches);
  const share = createShare(article, () => text.passageInView(matches.current()), context);
  const related = createRelated(article, writtenRelated, context);
  const title = element('h1', { class: 'reader-title', dir: 'auto', tabindex: '-1' }, ...marked(article.title || t('hit.untitled'), article.titleHighlights ?? []));
  const node = element('article', { class: 'reader-article', lang: article.language },
    element('header', { class: 'reader-head' }, kicker(article), title, byline(article)),
    element('div', { class: 'reader-tools', lang: document.documentElement.lang }, matches.node, share.node),
    text.node,
    element('div', { class: 'reader-after', lang: document.documentElement.lang }, createFacts(article), related.node));

  return {
    node,

    /** Goes on reading where the address points, else at the first match; where somebody reads already, they stay. */
    begin() {
      title.focus({ preventScroll: true });
      const [first] = text.pointed.length > 0 ? text.pointed : text.matches[0]?.marks ?? [];
      const isBelow = first?.getBoundingClientRect().bottom > window.innerHeight * 0.8;
      if (isBelow && window.scrollY === 0) first.scrollIntoView({ block: 'center' });
      share.point();
    },

    destroy() {
      for (const part of [matches, share, related]) part.destroy();
    },
  };
}
