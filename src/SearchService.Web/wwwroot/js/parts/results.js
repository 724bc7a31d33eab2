import { element, setAttribute } from '../dom.js';
import { isBlank, pageSize } from '../state/search-state.js';
import { t } from '../text/strings.js';
import { mount as mountChips } from './chips.js';
import { createFailure } from './failure.js';
import { mount as mountHistogram } from './histogram.js';
import { createHit } from './hit.js';
import { createNothing } from './nothing.js';
import { createPager } from './pager.js';
import { createQuotationHit } from './quotation-hit.js';
import { mount as mountReading } from './reading.js';
import { mount as mountSort } from './sort.js';
import { mount as mountStories } from './stories.js';
import { mount as mountViews } from './views.js';

/** What was found, in words: "42 articles", "11–20 of 42 articles". */
function found({ total, stories, hits }, { in: listed, page, cursor }) {
  const n = stories ?? total;
  const key = stories === undefined ? listed : 'stories';
  const from = (page - 1) * pageSize + 1;
  const isPlaced = page > 1 && hits.length > 0;
  if (cursor && page === 1) return t(`results.${key}`, { n });
  return isPlaced ? t(`results.${key}Page`, { n, from, to: from + hits.length - 1 }) : t(`results.${key}`, { n });
}

/** The answer: its head, the timeline, the list, and the states in which there is none. */
export function mount(root, context) {
  const { address, search } = context;
  const views = element('div');
  const total = element('h1', { class: 'results-total', id: 'results-total', tabindex: '-1' });
  const reading = element('div', { class: 'results-reading' });
  const sort = element('div', { class: 'results-sort' });
  const filters = element('div', { class: 'results-filters', id: 'filters-button' });
  const chips = element('div');
  const timeline = element('div');
  const state = element('div', { class: 'results-state' });
  const list = element('ol', { class: 'hits' });
  const foot = element('div', { class: 'results-foot' });
  const section = element('section', { class: 'results', 'aria-labelledby': 'results-total' },
    views, element('div', { class: 'results-head' }, total, filters, sort, reading), chips, timeline, state, list, foot);
  root.append(section);

  const parts = [
    mountViews(views, context), mountReading(reading, context), mountStories(sort, context), mountSort(sort, context),
    mountChips(chips, context), mountHistogram(timeline, context),
  ];
  let shown;

  function showAnswer({ answer, state: asked, renewed }) {
    if (answer === shown) return;
    shown = answer;
    const createItem = asked?.in === 'quotes' ? createQuotationHit : createHit;
    list.replaceChildren(...(answer?.hits ?? []).map((hit) => element('li', {}, createItem(hit, asked, context))));
    setAttribute(list, 'start', asked?.page > 1 && (asked.page - 1) * pageSize + 1);
    list.hidden = !answer?.hits.length;
    foot.replaceChildren(...(answer ? createPager(answer, asked) : []));
    state.replaceChildren(...[
      renewed && element('p', { class: 'quiet' }, t('results.renewed')),
      answer && answer.hits.length === 0 && createNothing(answer, asked),
    ].filter(Boolean));
  }

  function show(progress) {
    const { phase, slow, answer, failure } = progress;
    const here = address.get();
    section.hidden = isBlank(here) || here.article !== null;
    setAttribute(section, 'aria-busy', phase === 'asking' && 'true');
    section.classList.toggle('is-slow', slow);
    section.classList.toggle('is-empty', answer === null);
    total.textContent = answer ? found(answer, progress.state) : phase === 'failed' ? t('results.failed') : slow ? t('results.searching') : '\u00a0';
    showAnswer(progress);
    if (phase === 'failed') state.replaceChildren(createFailure(progress, search.retry, here));
    else if (failure === null && state.querySelector('.failure')) state.replaceChildren();
  }

  const stops = [search.subscribe(show), address.subscribe(() => show(search.get()))];

  return function destroy() {
    for (const stop of [...stops, ...parts]) stop();
    section.remove();
  };
}
