// The workers come first: the editor looks for them as soon as it is loaded.
import 'graphiql/setup-workers/vite';
import { createRoot } from 'react-dom/client';
import { GraphiQL } from 'graphiql';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { examples } from './examples.js';
import { examplesPlugin } from './examples-plugin.jsx';
import { fetcher } from './fetcher.js';
// These instead of graphiql/style.css, which holds the editor's styles a second
// time and web fonts without their licences.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import '@graphiql/plugin-explorer/style.css';
import 'graphiql/graphiql.css';
import './style.css';

const plugins = [examplesPlugin, HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];

// On a first visit GraphiQL fills the editors from these, not from its first
// tab. Later they would open a tab more each time.
function firstTab() {
  try {
    if (localStorage.getItem('graphiql:tabState') !== null) return {};
  } catch {
    // Browsers that keep nothing are always on a first visit.
  }
  return { initialQuery: examples[0].query, initialVariables: examples[0].variables };
}

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    defaultTabs={examples.map(({ query, variables }) => ({ query, variables }))}
    defaultEditorToolsVisibility="variables"
    schemaDescription
    shouldPersistHeaders={false}
    {...firstTab()}
  >
    <GraphiQL.Logo>
      <a className="peacetalks-link" href="timeline">
        Timeline
      </a>
      <strong>peacetalks</strong>
    </GraphiQL.Logo>
  </GraphiQL>,
);
