import { element } from '../dom.js';

// As much of a long query as helps to find the place.
const contextLength = 60;

/** What the service has to say of how it took the query, each with the piece of the input it speaks of underlined. */
export function mount(root, { search }) {
  const list = element('ul', { class: 'notices', hidden: true, 'aria-label': 'Notices about the search' });
  root.append(list);

  const stop = search.subscribe(({ answer }) => {
    const notices = answer?.query.notices ?? [];
    list.replaceChildren(...notices.map((notice) => noticeItem(notice, answer.query.input)));
    list.hidden = notices.length === 0;
  });

  return function destroy() {
    stop();
    list.remove();
  };
}

function noticeItem({ code, message, offset, length }, input) {
  const item = element('li', { class: 'notice', 'data-code': code }, element('span', { class: 'notice-message' }, message));
  if (offset !== undefined && length > 0) {
    const end = Math.min(input.length, offset + length);
    const from = Math.max(0, offset - contextLength);
    const to = Math.min(input.length, end + contextLength);
    item.append(element('code', { class: 'notice-input', dir: 'auto' },
      from > 0 && '…', input.slice(from, offset),
      element('u', { class: 'notice-place' }, input.slice(offset, end)),
      input.slice(end, to), to < input.length && '…'));
  }
  return item;
}
