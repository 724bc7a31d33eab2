import { element } from '../dom.js';
import { counted } from '../text/wording.js';

/** What answered: the archive, its size, and which state of it, so that a result can be cited. */
export function mount(root, { archive, search }) {
  const line = element('p', {});
  root.append(line);

  const show = () => {
    const index = search.get().answer?.index ?? archive.get()?.index;
    line.textContent = index ? `${counted(index.articles, 'article')} in “${index.name}”, generation ${index.generation}` : '';
  };
  const stops = [archive.subscribe(show), search.subscribe(show)];

  return function destroy() {
    for (const stop of stops) stop();
    line.remove();
  };
}
