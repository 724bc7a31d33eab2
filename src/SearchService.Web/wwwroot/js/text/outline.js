// How a query was read, in words: query.outline of an answer.

import { element } from '../dom.js';
import { fieldLabel, missingLabel } from './describe.js';
import { t, textAround } from './strings.js';
import { count, dateFilter, valueLabel } from './wording.js';

/**
 * @param {object} outline
 * @returns {(string|Node)[]}
 */
export const readingOf = (outline) => [read(outline)].flat(Infinity);

/** The words that were searched in other spellings too, as they stand in the outline. */
export const widened = (outline) =>
  [...(outline.spellings ? [outline] : []), ...[...outline.parts ?? [], ...outline.better ?? []].flatMap(widened)];

const term = (text) => element('bdi', { class: 'term' }, text);

function read(part, isNested = false) {
  const { field, boost } = part;
  let words = core(part, isNested);
  if (field && part.kind !== 'missing') words = textAround('outline.in', { field: fieldLabel(field).toLowerCase(), part: words });
  return boost === undefined ? words : textAround('outline.boost', { part: words, weight: count(boost) });
}

function core({ kind, field, text, exact, slop, edits, distance, ordered, from, to, parts, better }, isNested) {
  switch (kind) {
    case 'word':
      return exact ? textAround('outline.exact', { text: term(text) }) : term(text);
    case 'phrase': {
      const quoted = term(t('outline.quoted', { text }));
      return slop ? textAround('outline.slop', { text: quoted, n: slop }) : quoted;
    }
    case 'prefix':
    case 'pattern':
    case 'regex':
      return textAround(`outline.${kind}`, { text: term(text) });
    case 'fuzzy':
      return textAround('outline.fuzzy', { text: term(text), n: edits });
    case 'near':
      return textAround(ordered ? 'outline.nearOrdered' : 'outline.near', { a: read(parts[0], true), b: read(parts[1], true), n: distance });
    case 'value':
      return term(valueLabel(field, text));
    case 'range':
      return textAround('outline.range', { from: term(from ?? '…'), to: term(to ?? '…') });
    case 'period':
      return term(dateFilter(shortest(from ?? '', to ?? '')));
    case 'missing':
      return missingLabel(field).toLowerCase();
    case 'not':
      return textAround('outline.not', { part: read(parts[0], true) });
    case 'all':
    case 'any':
    case 'some': {
      const list = parts.length === 1 && kind === 'all' ? read(parts[0], isNested) : joined(kind, parts);
      const words = better ? textAround('outline.better', { all: list, parts: enumerated(better) }) : list;
      return isNested && parts.length > 1 ? ['(', words, ')'] : words;
    }
    case 'native':
      return textAround('outline.native', { text: element('code', {}, text) });
    case 'everything':
    case 'nothing':
      return t(`outline.${kind}`);
    default:
      return element('code', {}, text);
  }
}

const joined = (kind, parts) => textAround(`outline.${kind}`, { parts: enumerated(parts) });

const enumerated = (parts) => parts.flatMap((part, index) => [index > 0 && ', ', read(part, true)]).filter(Boolean);

// From its first day to its last: a year, a month or a day where it is one.
function shortest(from, to) {
  if (from === to) return from;
  const [year, month] = from.split('-');
  if (to === `${year}-12-31` && from.endsWith('-01-01')) return year;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return from.endsWith('-01') && to === `${year}-${month}-${days}` ? `${year}-${month}` : `${from}..${to}`;
}
