import { t } from '../text/strings.js';
import { failureTitle } from './failure.js';

// Long enough that a search being typed is told of once, when it rests.
const settleMilliseconds = 600;

/** Tells a screen reader the outcome of a search, once. */
export function mount(root, { search }) {
  let timer = 0;
  let told = null;

  const stop = search.subscribe(({ phase, answer, state, failure, slow }) => {
    const outcome = phase === 'answered' ? answer : phase === 'failed' ? failure : null;
    if (phase === 'asking' && slow) root.textContent = t('results.searching');
    if (phase === 'asking') clearTimeout(timer);
    if (outcome === null || outcome === told) return;
    told = outcome;
    clearTimeout(timer);
    timer = setTimeout(() => {
      root.textContent = phase === 'failed' ? failureTitle(failure) : t(`announced.${state.in}`, { n: answer.total });
    }, settleMilliseconds);
  });

  return function destroy() {
    stop();
    clearTimeout(timer);
    root.textContent = '';
  };
}
