import { element } from '../dom.js';
import { cut, layerOf, paragraphs } from '../text/spans.js';
import { t } from '../text/strings.js';
import { speakerLink } from './quotation.js';

const openingWords = 4;

/**
 * The text of an article: what matched marked, what was said set apart, and below each paragraph who said it.
 * @param {object} article As /api/articles/{id} gives it.
 * @param {[number, number]|null} passage What the address points at.
 */
export function createArticleText(article, passage) {
  const { text } = article;
  const quotes = (article.quotes ?? []).toSorted((a, b) => a.start - b.start);
  const matches = [];
  const pointed = [];
  const layers = [
    {
      layer: layerOf(quotes.flatMap((quote) => quote.parts.map((part) => ({ quote, part }))), ({ part }) => part, text.length),
      wrap: ({ item: { quote } }, content) => element('q', { class: quote.matched ? 'spoken is-matched' : 'spoken' }, ...content),
    },
    {
      layer: layerOf(passage === null ? [] : [passage], (span) => span, text.length),
      wrap(span, content) {
        pointed.push(element('span', { class: 'pointed', tabindex: '-1' }, ...content));
        return pointed.at(-1);
      },
    },
    {
      layer: layerOf(article.highlights ?? [], (span) => span, text.length),
      wrap(span, content) {
        const mark = element('mark', { tabindex: '-1' }, ...content);
        // A match that reaches over the edge of a quotation is one match in several pieces.
        if (matches.at(-1)?.span === span) matches.at(-1).marks.push(mark);
        else matches.push({ span, start: span.start, end: span.end, marks: [mark] });
        return mark;
      },
    },
  ];

  let next = 0;
  const blocks = paragraphs(text).map(({ start, end }) => {
    const said = [];
    while (next < quotes.length && quotes[next].start < end) said.push(quotes[next++]);
    return element('div', { class: 'reader-block' },
      element('p', { dir: 'auto', 'data-start': start, 'data-end': end }, ...cut(text, start, end, layers)),
      speakersOf(said));
  });
  const node = element('div', { class: 'reader-text' }, ...blocks);

  return {
    node,
    matches,
    pointed,

    /** What the reader looks at, [start, end): what is selected, else a match that is seen, else the paragraph that is. */
    passageInView(current) {
      const selected = selection(node);
      if (selected) return selected;
      const seen = [current, ...matches].find((match) => match && isSeen(match.marks[0]));
      if (seen) return [seen.start, seen.end];
      if (passage && pointed.length > 0 && isSeen(pointed[0])) return passage;
      const block = [...node.querySelectorAll('p[data-start]')].find((each) => each.getBoundingClientRect().bottom > 48);
      return block ? [Number(block.dataset.start), Number(block.dataset.end)] : null;
    },
  };
}

// Who says what in a paragraph: the name alone where there is one speaker, else the first words of each quotation before it.
function speakersOf(quotes) {
  const known = quotes.filter(nameOf);
  if (known.length === 0) return null;
  const several = new Set(quotes.map(nameOf)).size > 1;
  const shown = several ? known : known.slice(0, 1);
  return element('ul', { class: 'speakers', 'aria-label': t('article.saidBy') }, ...shown.map((quote) => element('li', {},
    several && element('span', { class: 'speakers-words', dir: 'auto' }, `“${opening(quote.text)}” `),
    ...quote.speaker ? speakerLink(quote) : [element('bdi', {}, `“${quote.speakerAs}”`)])));
}

// A lone word that isn't known to be anybody, "she", says nothing beside the text it stands in.
const nameOf = ({ speaker, speakerAs }) => speaker ?? (/\S\s+\S/.test(speakerAs) ? speakerAs : null);

function opening(text) {
  const words = text.split(/\s+/, openingWords + 1);
  return words.length > openingWords ? `${words.slice(0, openingWords).join(' ')} …` : text;
}

function isSeen(node) {
  const { top, bottom } = node.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

function selection(root) {
  const selected = window.getSelection();
  if (!selected || selected.isCollapsed || selected.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selected.getRangeAt(0);
  const span = [placeOf(root, startContainer, startOffset), placeOf(root, endContainer, endOffset)];
  return span[0] !== null && span[0] < span[1] ? span : null;
}

// Where a place of the document is in the article's text; null outside of it.
function placeOf(root, container, offset) {
  const block = (container.closest ? container : container.parentElement).closest('p[data-start]');
  if (!block || !root.contains(block)) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(container, offset);
  return Number(block.dataset.start) + before.toString().length;
}
