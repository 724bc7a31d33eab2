import { copy } from '../clipboard.js';
import { element } from '../dom.js';
import { formatPassage } from '../state/passage.js';
import { formatState } from '../state/search-state.js';
import { textDirective, withDirective } from '../text/fragments.js';
import { t } from '../text/strings.js';
import { failureTitle } from './failure.js';
import { webAddress } from './hit.js';

const formats = [['text', 'article.citeText'], ['bibtex', 'BibTeX'], ['ris', 'RIS']];
const toldMilliseconds = 5000;

/**
 * What one takes along: the original at the same words, a link to them here, a citation.
 * @param {object} article
 * @param {() => [number, number]|null} passageInView
 */
export function createShare(article, passageInView, { address, endpoint }) {
  const url = webAddress(article.url);
  const told = element('p', { class: 'share-told', role: 'status' });
  const instead = element('textarea', { class: 'share-text', readonly: true, rows: 5, hidden: true, 'aria-label': t('article.copyYourself') });
  const original = url && element('a', { class: 'share-original', href: url, rel: 'noopener noreferrer', onpointerenter: point, onpointerdown: point, onfocus: point },
    t('article.original'));
  const button = (label, onclick) => element('button', { type: 'button', class: 'button share-button', onclick }, label);
  const node = element('div', { class: 'share' },
    original, button(t('article.copyLink'), () => give(Promise.resolve(linkHere()))),
    element('div', { class: 'share-cite', role: 'group', 'aria-label': t('article.cite') },
      element('span', { class: 'share-label', 'aria-hidden': 'true' }, t('article.cite')),
      ...formats.map(([format, label], index) => button(index === 0 ? t(label) : label, () => give(endpoint.citation(article.id, format))))),
    told, instead);
  let timer = 0;

  function point() {
    const passage = passageInView();
    original?.setAttribute('href', withDirective(url, passage ? textDirective(article.text, ...passage) : ''));
  }

  function linkHere() {
    const passage = passageInView();
    return new URL(formatState(address.get()) + (passage ? formatPassage(passage) : ''), document.baseURI).href;
  }

  async function give(text) {
    clearTimeout(timer);
    const copied = await copy(text);
    instead.hidden = true;
    if (copied) {
      told.textContent = t('article.copied');
      timer = setTimeout(() => told.replaceChildren(), toldMilliseconds);
      return;
    }
    try {
      instead.value = await text;
      instead.hidden = false;
      told.textContent = t('article.copyYourself');
      instead.select();
    } catch (failure) {
      told.textContent = failureTitle(failure);
    }
  }

  return {
    node,

    /** Leads to what is seen now. */
    point,

    destroy: () => clearTimeout(timer),
  };
}
