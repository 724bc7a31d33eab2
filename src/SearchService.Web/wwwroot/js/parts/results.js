import { element, setAttribute } from '../dom.js';
import { formatState, isBlank } from '../state/search-state.js';
import { counted } from '../text/wording.js';
import { mount as mountChips } from './chips.js';
import { createFailure } from './failure.js';
import { mount as mountHistogram } from './histogram.js';
import { createHit } from './hit.js';
import { createNothing } from './nothing.js';
import { mount as mountReading } from './reading.js';
import { mount as mountSort } from './sort.js';
import { mount as mountStories } from './stories.js';

const found = ({ total, stories }) => counted(total, 'article') + (stories === undefined ? '' : ` in ${counted(stories, 'story', 'stories')}`);

/** The answer: its head, the timeline, the list, and the states in which there is none. */
export function mount(root, context) {
  const { address, search } = context;
  const total = element('h1', { class: 'results-total' });
  const reading = element('div', { class: 'results-reading' });
  const sort = element('div', { class: 'results-sort' });
  const filters = element('div', { class: 'results-filters', id: 'filters-button' });
  const chips = element('div');
  const timeline = element('div');
  const start = element('p', { class: 'results-start', hidden: true });
  const state = element('div', { class: 'results-state' });
  const list = element('ol', { class: 'hits', 'aria-label': 'Articles found' });
  const more = element('button', { type: 'button', class: 'button more', onclick: askMore }, 'More results');
  const moreFailure = element('div');
  const section = element('section', { class: 'results', 'aria-label': 'Results' },
    element('div', { class: 'results-head' }, total, reading, filters, sort),
    chips, timeline, start, state, list, element('div', { class: 'results-foot' }, more, moreFailure));
  root.append(section);

  const parts = [
    mountReading(reading, context), mountStories(sort, context), mountSort(sort, context), mountChips(chips, context), mountHistogram(timeline, context),
  ];
  let shown = null;
  let focusAfterMore = false;

  function askMore() {
    focusAfterMore = true;
    search.more();
  }

  function showHits({ answer, hits }) {
    if (answer !== shown) list.replaceChildren();
    shown = answer;
    const old = list.childElementCount;
    for (const hit of hits.slice(old)) list.append(element('li', {}, createHit(hit, { ...address.get(), article: null })));
    // The button moves away below: a keyboard goes on with the first article that is new.
    if (focusAfterMore && old > 0 && old < hits.length) {
      focusAfterMore = false;
      list.children[old].querySelector('a').focus({ preventScroll: true });
    }
  }

  function show(progress) {
    const { phase, slow, answer, next, failure } = progress;
    const here = address.get();
    section.hidden = isBlank(here) || here.article !== null;
    setAttribute(section, 'aria-busy', phase === 'asking' && 'true');
    section.classList.toggle('is-slow', slow);
    section.classList.toggle('is-empty', answer === null);

    total.textContent = answer ? found(answer) : phase === 'failed' ? 'No answer' : slow ? 'Searching…' : '\u00a0';
    showHits(progress);
    more.hidden = next === null;
    more.disabled = progress.more === 'asking';
    more.textContent = progress.more === 'asking' ? 'Loading…' : 'More results';
    moreFailure.replaceChildren(...(progress.more instanceof Error ? [createFailure(progress.more, askMore)] : []));
    start.hidden = !here.cursor || answer === null;
    start.replaceChildren('This list begins on a later page. ',
      element('a', { href: formatState({ ...here, cursor: null }), 'data-internal': true }, 'Show it from the beginning'));

    if (phase === 'failed') state.replaceChildren(createFailure(failure, search.retry, here));
    else if (phase !== 'asking') state.replaceChildren(...(answer?.total === 0 ? [createNothing(here)] : []));
  }

  const stops = [search.subscribe(show), address.subscribe(() => show(search.get()))];

  return function destroy() {
    for (const stop of [...stops, ...parts]) stop();
    section.remove();
  };
}
