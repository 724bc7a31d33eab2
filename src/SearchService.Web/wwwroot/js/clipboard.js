/**
 * Copies a text that may still be on its way: the permission of a click doesn't outlast the wait for it, unless the clipboard is given the
 * promise itself.
 * @param {Promise<string>} text
 * @returns {Promise<boolean>} False where the clipboard is denied, or there is none.
 */
export async function copy(text) {
  try {
    const type = 'text/plain';
    await navigator.clipboard.write([new ClipboardItem({ [type]: text.then((content) => new Blob([content], { type })) })]);
    return true;
  } catch {
    return false;
  }
}
