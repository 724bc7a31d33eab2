import { element } from '../dom.js';
import { formatState, parseState, withArticle, withStory } from '../state/search-state.js';
import { t } from '../text/strings.js';
import { kicker } from './hit.js';

const wanted = 5;

/** What is `written` for it, else other articles of the story, and others about the same; asked for when the text stands, and left out when there are none. */
export function createRelated(article, written, { address, archive, endpoint }) {
  if (written?.dataset.id === article.id) return { node: written, destroy() {} };
  const node = element('div', { class: 'related', 'aria-busy': 'true' });
  const controller = new AbortController();

  async function fill() {
    await archive.ready;
    if (controller.signal.aborted) return;
    const story = withStory(parseState(''), article.story ?? '');
    const [versions, similar] = await Promise.allSettled([
      article.story && archive.can('stories') ? endpoint.search(new URLSearchParams({ q: story.q, size: wanted + 1, passages: 0, quotes: 0 }), controller.signal) : null,
      archive.can('similarity') ? endpoint.similar(article.id, wanted, controller.signal) : null,
    ]);
    if (controller.signal.aborted) return;
    node.removeAttribute('aria-busy');
    const others = versions.value?.hits.filter(({ id }) => id !== article.id).slice(0, wanted) ?? [];
    const rest = (versions.value?.total ?? 0) - 1 - others.length;
    node.replaceChildren(...[
      shelf('versions', t('article.versions'), others, rest > 0 && element('a', { href: formatState(story), 'data-internal': true }, t('article.moreVersions', { n: rest }))),
      shelf('similar', t('article.similar'), similar.value?.hits ?? []),
    ].filter(Boolean));
  }

  const shelf = (name, title, hits, more) => hits.length > 0 && element('section', { class: 'related-shelf', 'aria-labelledby': `${name}-title` },
    element('h2', { class: 'section-title', id: `${name}-title` }, title),
    element('ul', {}, ...hits.map((hit) => element('li', { lang: hit.language },
      element('a', { class: 'related-title', dir: 'auto', href: formatState(withArticle(address.get(), hit.id)), 'data-internal': true }, hit.title || t('hit.untitled')),
      kicker(hit)))),
    more && element('p', {}, more));

  fill();
  return { node, destroy: () => controller.abort() };
}
