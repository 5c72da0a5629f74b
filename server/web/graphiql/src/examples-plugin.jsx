import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { examples } from './examples.js';

function Icon(props) {
  return (
    <svg viewBox="0 0 24 24" height="1em" fill="none" stroke="currentColor" strokeWidth="1.5" {...props}>
      <path strokeLinecap="round" d="M12 6.500C9.500 4.700 6.500 4.200 3 4.500v13.800c3.500-.3 6.500.2 9 2 2.500-1.800 5.500-2.300 9-2V4.500c-3.500-.3-6.500.2-9 2Zm0 0v13.800" />
    </svg>
  );
}

function Examples() {
  const { addTab } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }));
  const open = ({ query, variables }) => {
    addTab();
    queryEditor.setValue(query);
    variableEditor.setValue(variables);
    queryEditor.focus();
  };
  return (
    <section aria-label="Examples">
      <h2 className="peacetalks-title">Examples</h2>
      <ul className="peacetalks-examples">
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" onClick={() => open(example)}>
              <strong>{example.name}</strong>
              <span>{example.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Lists the example queries, for those who have closed or changed their tabs. */
export const examplesPlugin = { title: 'Examples', icon: Icon, content: Examples };
