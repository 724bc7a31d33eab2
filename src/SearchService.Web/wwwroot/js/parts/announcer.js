import { counted } from '../text/wording.js';

// Long enough that a search being typed is told of once, when it rests.
const settleMilliseconds = 600;

/** Tells a screen reader the outcome of a search, once. */
export function mount(root, { search }) {
  let timer = 0;
  let told = null;

  const stop = search.subscribe(({ phase, answer, failure, slow }) => {
    const outcome = phase === 'answered' ? answer : phase === 'failed' ? failure : null;
    if (phase === 'asking' && slow) root.textContent = 'Searching…';
    if (phase === 'asking') clearTimeout(timer);
    if (outcome === null || outcome === told) return;
    told = outcome;
    clearTimeout(timer);
    timer = setTimeout(() => {
      root.textContent = phase === 'failed' ? failure.title ?? failure.message
        : answer.total === 0 ? 'No article found' : `${counted(answer.total, 'article')} found`;
    }, settleMilliseconds);
  });

  return function destroy() {
    stop();
    clearTimeout(timer);
    root.textContent = '';
  };
}
