// The page: its state, and its parts in the order they are seen. Each part finds its place in the document that the server wrote,
// whose own rendering of the same view stays until there is an answer to show.

import { mount as mountAnnouncer } from './parts/announcer.js';
import { mount as mountArticle } from './parts/article.js';
import { mount as mountColophon } from './parts/colophon.js';
import { mount as mountFacets } from './parts/facets.js';
import { mount as mountFilterSheet } from './parts/filter-sheet.js';
import { mount as mountLayout } from './parts/layout.js';
import { mount as mountNavigation } from './parts/navigation.js';
import { mount as mountNotices } from './parts/notices.js';
import { mount as mountResults } from './parts/results.js';
import { mount as mountSearchBox } from './parts/search-box.js';
import { mount as mountTitle } from './parts/title.js';
import { mount as mountWelcome } from './parts/welcome.js';
import { createAddress } from './state/address.js';
import { createArchive } from './state/archive.js';
import { createArticle } from './state/article.js';
import { endpoint } from './state/endpoint.js';
import { createSearch } from './state/search.js';
import { learnStances } from './text/stances.js';

const place = (id) => document.getElementById(id);

const archive = createArchive(endpoint);
archive.subscribe((description) => learnStances(description?.facets?.stance?.values.map(({ value }) => value) ?? []));

const address = createAddress(window);
mountNavigation(document, { address });
const search = createSearch(address, endpoint, archive.ready);
const article = createArticle(address, endpoint);
const context = { address, archive, article, endpoint, search };

mountSearchBox(place('search-box'), context);
await Promise.all([search.settled, article.settled]);
for (const id of ['notices', 'welcome', 'results', 'facets', 'colophon']) place(id).replaceChildren();

mountTitle(document, context);
mountLayout(place('page'), context);
mountNotices(place('notices'), context);
mountWelcome(place('welcome'), context);
mountResults(place('results'), context);
mountArticle(place('article'), context);
mountFacets(place('facets'), context);
mountFilterSheet(place('facets'), context, { button: place('filters-button') });
mountColophon(place('colophon'), context);
mountAnnouncer(place('announcer'), context);
performance.mark('ready');
