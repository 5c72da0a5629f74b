import { useEffect } from 'react';
import { useGraphiQL } from '@graphiql/react';

// Letters of other scripts that look like Latin ones are no surprise here.
const always = { unicodeHighlight: { ambiguousCharacters: false } };
const writing = { wordWrap: 'on', wrappingIndent: 'indent' };
const reading = { occurrencesHighlight: 'off', selectionHighlight: false };

/** Sets the editors up for texts in several scripts and for narrow panes. */
export function EditorOptions() {
  const editors = useGraphiQL(({ queryEditor, variableEditor, responseEditor }) => [queryEditor, variableEditor, responseEditor]);
  useEffect(() => {
    const [query, variables, response] = editors;
    query?.updateOptions({ ...always, ...writing });
    variables?.updateOptions({ ...always, ...writing });
    response?.updateOptions({ ...always, ...reading });
  }, [editors]);
  return null;
}
