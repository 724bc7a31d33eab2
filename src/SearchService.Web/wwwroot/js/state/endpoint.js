// The endpoint, as the page sees it: JSON, or a Failure that says what to tell the reader.

/** Why there is no answer. */
export class Failure extends Error {
  /**
   * @param {'unreachable'|'refused'|'broken'} kind `refused`: the request can't be answered as it is; asking again is in vain.
   * @param {string} title
   * @param {string} detail
   * @param {{code?: string, parameter?: string, status?: number}} problem What application/problem+json said.
   */
  constructor(kind, title, detail, problem = {}) {
    super(`${title}: ${detail}`);
    this.name = 'Failure';
    Object.assign(this, { kind, title, detail, code: problem.code, parameter: problem.parameter, status: problem.status });
  }
}

/** Addresses are relative, so that the page works below a path too. */
export const endpoint = {
  search: (parameters, signal) => getJson(`api/search?${parameters}`, signal),
  facet: (field, parameters, signal) => getJson(`api/facets/${encodeURIComponent(field)}?${parameters}`, signal),
  article: (id, signal) => getJson(`api/articles/${encodeURIComponent(id)}`, signal),
  archive: (signal) => getJson('api/index', signal),
};

async function getJson(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal, headers: { accept: 'application/json, application/problem+json' } });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Failure('unreachable', 'The archive can’t be reached',
      navigator.onLine ? 'The service doesn’t answer. It may be restarting.' : 'This device is offline.');
  }

  const body = await response.json().catch((error) => {
    if (error.name === 'AbortError') throw error;
    return null;
  });
  if (response.ok && body !== null) return body;

  const kind = response.status >= 400 && response.status < 500 ? 'refused' : 'broken';
  const title = kind === 'refused' ? 'This search can’t be answered' : 'Something went wrong in the archive';
  throw new Failure(kind, title, body?.detail ?? body?.title ?? `The service answered with status ${response.status}.`, body ?? {});
}
