import { element } from '../dom.js';
import { createLatest } from '../state/latest.js';
import { formatState, withArticle } from '../state/search-state.js';
import { differing } from '../text/differing.js';
import { stanceLabel } from '../text/stances.js';
import { count, period, preciseDate } from '../text/wording.js';
import { t, textAround } from '../text/strings.js';
import { createFailure } from './failure.js';

const shownCarriers = 6;

/** Who carried a quotation first, and who in which words: asked for when it is opened. */
export function createVersions(id, state, endpoint) {
  const body = element('div', { class: 'versions-body' });
  const latest = createLatest();
  const details = element('details', { class: 'versions', ontoggle: open }, element('summary', {}, t('versions.show')), body);

  function open() {
    if (details.open && body.childElementCount === 0) load();
  }

  function load() {
    body.replaceChildren(element('p', { class: 'quiet' }, t('versions.asking')));
    latest.run((signal) => endpoint.versions(id, signal),
      (answer) => body.replaceChildren(...content(answer, state)),
      (failure) => body.replaceChildren(createFailure({ failure }, load)));
  }

  return details;
}

function content({ quotes, partial, first, versions }, state) {
  if (quotes === 1) return [element('p', {}, t('versions.alone'))];
  return [
    element('p', {}, t(partial ? 'versions.quotationsPartial' : 'versions.quotations', { n: quotes }), ' ', t('versions.wordings', { n: versions.length }), ' ',
      ...textAround('versions.first', { carrier: carrier(first, state) })),
    element('ol', { class: 'wordings', role: 'list' }, ...versions.map((version) => wording(version, state))),
  ];
}

function wording({ text, difference, quotes, stances }, state) {
  const more = quotes.length - shownCarriers;
  return element('li', { class: 'wording' },
    element('p', { class: 'wording-text', dir: 'auto', lang: quotes[0].article.language }, ...differing(text, difference)),
    element('ul', { class: 'wording-stances', role: 'list' }, ...stances.map(({ stance, count: n }) =>
      element('li', {}, stance ? stanceLabel(stance) : t('versions.noStance'), ` ${count(n)}`))),
    element('ul', { class: 'wording-carriers', role: 'list' },
      ...quotes.slice(0, shownCarriers).map((quote) => element('li', {}, carrier(quote, state))),
      more > 0 && element('li', {}, t('versions.more', { n: more }))));
}

function carrier({ article }, state) {
  const date = preciseDate(article);
  return element('a', { href: formatState(withArticle(state, article.id)), 'data-internal': true },
    element('bdi', {}, article.source ?? article.title), date && `, ${period(date)}`);
}
