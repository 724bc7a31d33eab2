import { element } from '../dom.js';
import { onKey } from '../keys.js';
import { t } from '../text/strings.js';

const wordsAround = 40; // characters on each side of a match that is announced

/**
 * The way from match to match: two buttons, and the keys `n` and `p`.
 * @param {string} text
 * @param {readonly {start: number, end: number, marks: HTMLElement[]}[]} matches
 */
export function createMatches(text, matches) {
  const place = element('span', { class: 'matches-place', 'aria-hidden': 'true' });
  const spoken = element('span', { class: 'visually-hidden', role: 'status' });
  const button = (key, sign, step) => element('button', {
    type: 'button', class: 'button matches-step', 'aria-label': t(key), title: t(key), 'aria-keyshortcuts': step > 0 ? 'n' : 'p', onclick: () => move(step),
  }, element('span', { 'aria-hidden': 'true' }, sign));
  const node = element('div', { class: 'matches', role: 'group', 'aria-label': t('article.matches'), hidden: matches.length === 0 },
    button('article.previous', '↑', -1), place, button('article.next', '↓', 1), spoken);
  let current = -1;

  function go(index) {
    for (const mark of matches[current]?.marks ?? []) mark.classList.remove('is-current');
    current = index;
    for (const mark of matches[current].marks) mark.classList.add('is-current');
    place.textContent = t('article.matchPlace', { n: current + 1, of: matches.length });
  }

  function move(step) {
    go((Math.max(current, step < 0 ? 0 : -1) + step + matches.length) % matches.length);
    const { start, end, marks } = matches[current];
    marks[0].scrollIntoView({ block: 'center' });
    const around = text.slice(Math.max(0, start - wordsAround), end + wordsAround).replace(/^\S*\s|\s\S*$/g, '').replace(/\s+/g, ' ');
    spoken.textContent = `${place.textContent}: ${around}`;
  }

  function jump(step) {
    if (matches.length === 0) return;
    move(step);
    matches[current].marks[0].focus({ preventScroll: true });
  }

  const stops = [onKey('n', () => jump(1)), onKey('p', () => jump(-1))];
  if (matches.length > 0) go(0);

  return {
    node,
    current: () => matches[current],
    destroy: () => stops.forEach((stop) => stop()),
  };
}
