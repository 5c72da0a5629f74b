// The workers come first: the editor looks for them as soon as it is loaded.
import 'graphiql/setup-workers/vite';
import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { EditorOptions } from './editors.jsx';
import { explorer } from './explorer.js';
import { fetcher } from './fetcher.js';
import { FirstRun } from './first-run.jsx';
import { IdLinks } from './id-links.jsx';
import { groups } from './library.js';
import { libraryPlugin } from './library-plugin.jsx';
import { queryIn } from './link.js';
import { LinkState } from './link-state.jsx';
import { Result } from './result.jsx';
import { ShareButton } from './share.jsx';
import { ThemeButton } from './theme.jsx';
// These instead of graphiql/style.css, which holds the editor's styles a second
// time and web fonts without their licences.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import '@graphiql/plugin-explorer/style.css';
import 'graphiql/graphiql.css';
import './style.css';
import './answer.css';

const plugins = [libraryPlugin, HISTORY_PLUGIN, explorer];
const linked = queryIn(location);

function isFirstVisit() {
  try {
    return localStorage.getItem('graphiql:tabState') === null;
  } catch {
    return true; // Browsers that keep nothing are always on a first visit.
  }
}

/** What GraphiQL begins with: the query of the address, on a first visit the first question. */
function beginning(first) {
  const { query, variables } = linked ?? (first ? groups[0].queries[0] : {});
  const wide = window.matchMedia('(min-width: 1000px)').matches;
  return {
    ...(query && { initialQuery: query, initialVariables: variables, defaultTabs: [{ query, variables }] }),
    ...(first && !linked && wide && { visiblePlugin: libraryPlugin }),
  };
}

const first = isFirstVisit();

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    defaultEditorToolsVisibility="variables"
    schemaDescription
    shouldPersistHeaders={false}
    {...beginning(first)}
  >
    <GraphiQL.Logo>
      <nav aria-label="Pages">
        <a href="timeline">Timeline</a>
        <a href="rounds">Rounds</a>
        <a href="people">Index</a>
        <a href="articles">Articles</a>
      </nav>
      <ThemeButton />
      <h1>peacetalks</h1>
    </GraphiQL.Logo>
    <GraphiQL.Toolbar>
      {({ prettify, merge, copy }) => (
        <>
          {prettify}
          {merge}
          {copy}
          <ShareButton />
        </>
      )}
    </GraphiQL.Toolbar>
    <GraphiQL.Footer>
      <Result />
    </GraphiQL.Footer>
    <EditorOptions />
    <IdLinks />
    <LinkState linked={linked} />
    {first && !linked && <FirstRun />}
  </GraphiQL>,
);
