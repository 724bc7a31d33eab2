// How a choice in a facet is written in the address and in a request: `value`, `-value` to exclude, `_missing` for "no value".
// A literal value that begins with one of the marks gets a backslash before it.

export const missing = '_missing';

/** Writes a literal value as a token that includes it. */
export const tokenOf = (value) => (/^[-_\\]/.test(value) ? `\\${value}` : value);

/** Reads a token: the token of what it speaks of, whether it excludes it, and the literal value (null for "no value"). */
export function readToken(token) {
  const excluded = token.startsWith('-');
  const subject = excluded ? token.slice(1) : token;
  const value = subject === missing ? null : subject.startsWith('\\') ? subject.slice(1) : subject;
  return { subject, excluded, value };
}
