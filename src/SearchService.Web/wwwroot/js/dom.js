// Building and updating the document without markup strings: text from the archive only ever becomes text nodes.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Creates an HTML element.
 * @param {string} name
 * @param {Object<string, unknown>} attributes A function is a listener (`onclick`); `true` is an empty attribute; `false`,
 *   `null` and `undefined` leave it out.
 * @param {...(Node|string|null|undefined|false)} children Strings become text; nothing is skipped.
 */
export function element(name, attributes = {}, ...children) {
  return furnish(document.createElement(name), attributes, children);
}

/** Creates an SVG element; parameters as for {@link element}. */
export function svg(name, attributes = {}, ...children) {
  return furnish(document.createElementNS(SVG, name), attributes, children);
}

/** Sets an attribute, or removes it when the value is `false`, `null` or `undefined`. */
export function setAttribute(node, name, value) {
  if (value === false || value === null || value === undefined) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? '' : String(value));
}

/**
 * Makes the children of `parent` be those of `items`, in that order, keeping the node of every key that stays: focus, a
 * half-typed word and open disclosures survive a new answer.
 * @param {Element} parent Holds keyed children alone.
 * @param {readonly T[]} items
 * @param {(item: T) => string} keyOf Distinct among the items.
 * @param {(item: T) => {node: Element, update?: (item: T) => void, destroy?: () => void}} create Called once a key;
 *   `update` follows at once and whenever the key comes again, `destroy` when it is gone.
 * @template T
 */
export function reconcile(parent, items, keyOf, create) {
  const before = parent.keyedParts ?? new Map();
  const after = new Map(items.map((item) => [keyOf(item), before.get(keyOf(item))]));
  const focused = document.activeElement;
  for (const [key, part] of before) {
    if (after.has(key)) continue;
    part.destroy?.();
    part.node.remove();
  }

  let place = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    const part = after.get(key) ?? create(item);
    after.set(key, part);
    part.update?.(item);
    if (part.node === place) place = place.nextElementSibling;
    else parent.insertBefore(part.node, place);
  }

  parent.keyedParts = after;
  // Moving a node takes the focus from whatever is inside it.
  if (focused !== document.activeElement && parent.contains(focused)) focused.focus({ preventScroll: true });
}

function furnish(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else setAttribute(node, name, value);
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}
