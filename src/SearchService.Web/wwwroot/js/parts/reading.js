import { element } from '../dom.js';
import { count } from '../text/wording.js';

/** How the query was read, and what the answer took: for those who want to know. */
export function mount(root, { search }) {
  const read = element('code', { class: 'reading-query', dir: 'auto' });
  const took = element('p', { class: 'quiet' });
  const details = element('details', { class: 'reading', hidden: true },
    element('summary', {}, 'How it was read'), element('div', { class: 'reading-body' }, read, took));
  root.append(details);

  const stop = search.subscribe(({ answer }) => {
    details.hidden = !answer?.query.read;
    if (details.hidden) return;
    read.textContent = answer.query.read;
    const { name, generation } = answer.index;
    took.textContent = `${count(answer.tookMicroseconds)} µs, generation ${generation} of index “${name}”`;
  });

  return function destroy() {
    stop();
    details.remove();
  };
}
