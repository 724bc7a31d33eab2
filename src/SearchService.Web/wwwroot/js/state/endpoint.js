// The endpoint, as the page sees it: JSON, or a Failure that says why there is none.

/** Why there is no answer. */
export class Failure extends Error {
  /**
   * @param {'offline'|'unreachable'|'busy'|'refused'|'gone'|'broken'} kind `refused`: the request can't be answered as it is; asking
   *   again is in vain, as it is for what is `gone`.
   * @param {{code?: string, detail?: string, parameter?: string}} [problem] What application/problem+json said.
   * @param {{status?: number, retryAfter?: number}} [response] `retryAfter` in seconds.
   */
  constructor(kind, problem = {}, { status, retryAfter } = {}) {
    super(problem.detail ?? kind);
    this.name = 'Failure';
    Object.assign(this, { kind, code: problem.code, detail: problem.detail, parameter: problem.parameter, status, retryAfter });
  }

  /** Whether it passes by itself. */
  get passes() {
    return this.kind === 'unreachable' || this.kind === 'busy';
  }
}

/** Addresses are relative, so that the page works below a path too. */
export const endpoint = {
  search: (parameters, signal) => getJson(`api/search?${parameters}`, signal, isList),
  quotes: (parameters, signal) => getJson(`api/quotes?${parameters}`, signal, isList),
  versions: (id, signal) => getJson(`api/quotes/${encodeURIComponent(id)}/versions`, signal, ({ versions }) => Array.isArray(versions)),
  suggest: (parameters, signal) => getJson(`api/suggest?${parameters}`, signal, ({ completions }) => Array.isArray(completions)),
  facet: (field, parameters, signal) => getJson(`api/facets/${encodeURIComponent(field)}?${parameters}`, signal),
  article: (id, parameters, signal) => getJson(`api/articles/${encodeURIComponent(id)}?${parameters}`, signal, ({ text }) => typeof text === 'string'),
  similar: (id, size, signal) => getJson(`api/articles/${encodeURIComponent(id)}/similar?size=${size}`, signal, ({ hits }) => Array.isArray(hits)),
  citation: (id, format) => getJson(`api/articles/${encodeURIComponent(id)}/citation?format=${format}`, undefined, undefined, 'text'),
  archive: (signal) => getJson('api/index', signal, ({ index }) => Boolean(index)),
};

// Something between may answer in the service's place, with anything: a page of its own, half an answer.
const isList = ({ query, total, hits }) => Boolean(query) && Number.isFinite(total) && Array.isArray(hits);

// The document of a search holds what is asked for first, each answer under the address it is of: the first such request needs no other.
const held = new Map([...document.querySelectorAll('script[data-of]')].map((script) => [script.dataset.of, script.textContent]));

function takeHeld(address) {
  const [of] = address.split('?');
  const answer = held.get(of);
  held.delete(of);
  return answer === undefined ? null : JSON.parse(answer);
}

async function getJson(address, signal, isWhole = () => true, form = 'json') {
  const answer = takeHeld(address);
  if (answer) return answer;

  let response;
  try {
    response = await fetch(address, { signal, headers: { accept: 'application/json, application/problem+json' } });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Failure(navigator.onLine ? 'unreachable' : 'offline');
  }

  const body = await response[response.ok ? form : 'json']().catch((error) => {
    if (error.name === 'AbortError') throw error;
    return null;
  });
  const isObject = typeof body === 'object' && body !== null;
  if (response.ok && (form === 'text' ? body !== null : isObject && isWhole(body))) return body;

  const seconds = Number.parseInt(response.headers.get('retry-after'), 10);
  throw new Failure(kindOf(response.status), isObject && !response.ok ? body : {},
    { status: response.status, retryAfter: seconds > 0 ? Math.min(seconds, 600) : undefined });
}

function kindOf(status) {
  if (status === 429 || status === 503) return 'busy';
  if (status === 502 || status === 504) return 'unreachable';
  if (status === 404 || status === 410) return 'gone';
  return status >= 400 && status < 500 ? 'refused' : 'broken';
}
