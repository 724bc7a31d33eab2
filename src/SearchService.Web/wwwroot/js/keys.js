// Keys that work from anywhere on the page.

/** Whether keys pressed here are text. */
const isTyping = (target) =>
  target.isContentEditable || (/^(input|textarea|select)$/i.test(target.tagName) && target.type !== 'checkbox');

/** Whether a keyboard on the screen stands before what is shown. */
export const isTouched = () => window.matchMedia('(pointer: coarse)').matches;

/**
 * Does something when a key is pressed, but in a field, while a dialog is open, or with another key that means something else.
 * @param {string} key As the event names it.
 * @returns {() => void} Ends that.
 */
export function onKey(key, action) {
  function pressed(event) {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)
      || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    action();
  }
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}
