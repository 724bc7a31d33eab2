// Keys that work from anywhere on the page, as long as its reader wants them: who steers by voice says words, and each is keys.

const off = 'keys-off';

// Storage may be closed to the page: then the keys are on at every visit.
const stored = (act) => {
  try {
    return act(window.localStorage);
  } catch {
    return null;
  }
};

/** Whether keys act. */
export const keysAreOn = () => stored((storage) => storage.getItem(off)) === null;

/** Switches them, for this visit and later ones. */
export const switchKeys = (on) => stored((storage) => (on ? storage.removeItem(off) : storage.setItem(off, '')));

/** Whether keys pressed here are text. */
const isTyping = (target) =>
  target.isContentEditable || (/^(input|textarea|select)$/i.test(target.tagName) && target.type !== 'checkbox');

/** Whether a keyboard on the screen stands before what is shown. */
export const isTouched = () => window.matchMedia('(pointer: coarse)').matches;

// On a keyboard of other letters, the key that stands in the same place.
const nameOf = ({ key, code }) => (/^[\x20-\x7e]$/.test(key) ? key : /^Key[A-Z]$/.test(code) ? code[3].toLowerCase() : key);

/**
 * Does something when a key is pressed, but in a field, while a dialog is open, or with another key that means something else.
 * @param {string} key As the event names it.
 * @param {() => void} action
 * @returns {() => void} Ends that.
 */
export function onKey(key, action) {
  function pressed(event) {
    if (nameOf(event) !== key || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented
      || isTyping(event.target) || document.querySelector('dialog[open]') || !keysAreOn()) return;
    event.preventDefault();
    action();
  }
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}
