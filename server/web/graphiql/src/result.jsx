import { useEffect, useMemo, useState } from 'react';
import { formatShortcutForOS, KEY_MAP, useGraphiQL } from '@graphiql/react';
import { firstList, isObject } from './flatten.js';
import { saveCSV, saveJSON } from './save.js';
import { recall, remember } from './storage.js';
import { AnswerTables } from './table.jsx';

const views = ['Table', 'JSON'];

function Views({ view, setView }) {
  return (
    <div role="group" aria-label="Show the answer as">
      {views.map((name) => (
        <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
          {name}
        </button>
      ))}
    </div>
  );
}

function parsed(text) {
  try {
    const value = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // Nothing yet, or an error that is no JSON.
  }
}

/** The answer of the tab in view, and the name of its operation. */
function useAnswer() {
  const { text, operation, asking } = useGraphiQL(({ tabs, activeTabIndex, isFetching }) => ({
    text: tabs[activeTabIndex]?.response ?? '',
    operation: tabs[activeTabIndex]?.operationName,
    asking: isFetching,
  }));
  const answer = useMemo(() => parsed(text), [text]);
  return { text, operation, asking, answer, data: isObject(answer?.data) ? answer.data : undefined };
}

/** What an answer holds, in a few words, or how to get one. */
function summary({ text, asking, answer, data }) {
  if (text === '') return asking ? 'Asking …' : `Press ▶ or ${formatShortcutForOS(KEY_MAP.runQuery.key, 'Cmd')} to ask`;
  const errors = answer?.errors?.length ?? 0;
  if (errors > 0) return errors === 1 ? '1 error' : `${errors} errors`;
  const { path, items } = firstList(data);
  return path.length > 0 ? `${path.at(-1)}: ${items.length}` : '';
}

/** Stands beside the answer's editor: buttons to save it, and the view of it as tables. */
export function Result() {
  const shown = useAnswer();
  const { text, operation, answer, data } = shown;
  const [view, setView] = useState(() => (recall('view') === 'JSON' ? 'JSON' : 'Table'));
  useEffect(() => remember('view', view), [view]);
  const tables = view === 'Table' && (data || answer?.errors);
  return (
    <div className="peacetalks-result" data-view={tables ? 'Table' : 'JSON'}>
      <div className="peacetalks-tools" role="toolbar" aria-label="Answer">
        <Views view={view} setView={setView} />
        <span role="status">{summary(shown)}</span>
        <div className="peacetalks-save">
          <button type="button" disabled={!answer} onClick={() => saveJSON(operation, text)}>
            Save JSON
          </button>
          <button type="button" disabled={!data} onClick={() => saveCSV(operation, data)} title="The first list of the answer">
            Save CSV
          </button>
        </div>
      </div>
      {tables && <AnswerTables answer={answer} save={(list) => saveCSV(operation, data, list)} />}
    </div>
  );
}
