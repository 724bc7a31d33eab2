import { element } from '../dom.js';

/** Underlines in the box itself what the notices speak of: a copy of its text lies behind it, invisible but for its lines. */
export function createUnderlay(field, input, { search }) {
  const copy = element('span', { class: 'search-copy', dir: 'auto' });
  const layer = element('span', { class: 'search-underlay', 'aria-hidden': 'true' }, copy);
  field.prepend(layer);

  function draw() {
    const { query } = search.get().answer ?? {};
    const text = input.value;
    // A search is trimmed; of what was typed since, the part before the first change is still what the answer speaks of.
    const shift = text.length - text.trimStart().length;
    const same = shift + commonLength(text.trimStart(), query?.input ?? '');
    const pieces = [];
    let at = 0;
    for (const { code, error, offset, length } of [...query?.notices ?? []].sort((a, b) => a.offset - b.offset)) {
      const [start, end] = [Math.max(at, offset + shift), offset + length + shift];
      if (code === 'all_words_relaxed' || start >= end || end > same) continue;
      pieces.push(text.slice(at, start), element('u', { class: error ? 'is-error' : null }, text.slice(start, end)));
      at = end;
    }
    copy.replaceChildren(...(at > 0 ? [...pieces, text.slice(at)] : []));
    scroll();
  }

  function scroll() {
    layer.scrollLeft = input.scrollLeft;
  }

  const stop = search.subscribe(draw);
  for (const event of ['scroll', 'keyup', 'pointerup', 'blur']) input.addEventListener(event, scroll);

  return {
    draw,
    destroy() {
      stop();
      layer.remove();
    },
  };
}

function commonLength(a, b) {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
