import { element } from '../dom.js';
import { formatState, lastNumberedPage, pageSize, withPage } from '../state/search-state.js';
import { t } from '../text/strings.js';
import { count } from '../text/wording.js';

/** The way to the other pages of an answer; nothing when there is one page. */
export function createPager({ total, stories, next }, state) {
  const last = Math.ceil((stories ?? total) / pageSize);
  const { page, cursor } = state;
  if (last <= 1 && page === 1 && !cursor) return [];
  // Beyond the pages that can be skipped to, each leads to the next alone.
  const numbered = Math.min(last, lastNumberedPage);
  const following = !cursor && page < numbered ? withPage(state, page + 1) : next && withPage(state, page > 1 ? page + 1 : 1, next);
  return [element('nav', { class: 'pager', 'aria-label': t('pager.label') },
    page > 1 && page - 1 <= numbered && step(withPage(state, page - 1), 'prev'),
    element('ol', { class: 'pager-numbers', role: 'list' },
      ...pagesAround(cursor ? numbered : page, numbered).map((number) => element('li', {}, number === null
        ? '…'
        : link(withPage(state, number), { 'aria-label': t('pager.page', { n: number }), 'aria-current': !cursor && number === page && 'page' }, count(number))))),
    following && step(following, 'next'))];
}

/** The first page, the last, and those around this one; null where some are left out. */
function pagesAround(page, last) {
  if (last <= 7) return range(1, last);
  if (page < 5) return [...range(1, 5), null, last];
  if (page > last - 4) return [1, null, ...range(last - 4, last)];
  return [1, null, ...range(page - 1, page + 1), null, last];
}

const range = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

const link = (state, attributes, ...content) => element('a', { href: formatState(state), 'data-internal': true, ...attributes }, ...content);

const step = (state, direction) => link(state, { class: `pager-${direction}`, rel: direction }, t(`pager.${direction}`));
