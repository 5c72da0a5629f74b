import { useEffect, useRef } from 'react';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { fragmentOf, queryIn } from './link.js';
import { useOpen } from './open.js';

const pause = 500; // milliseconds without a change until the address follows

/** What the tab in view asks. */
export function useAsked() {
  return useGraphiQL(({ tabs, activeTabIndex }) => {
    const { query, variables, operationName } = tabs[activeTabIndex] ?? {};
    return { query, variables, operationName };
  });
}

/** Shows an address without a step in the browser's history. */
export function showAddress(fragment) {
  history.replaceState(history.state, '', location.pathname + (fragment ?? ''));
}

/** Has the page's address follow what the tab in view asks, and the tabs follow the address. */
export function LinkState({ linked }) {
  const fragment = fragmentOf(useAsked());
  const shown = useRef(fragment);
  useEffect(() => {
    if (fragment === shown.current) return undefined;
    const timer = setTimeout(() => {
      shown.current = fragment;
      showAddress(fragment);
    }, pause);
    return () => clearTimeout(timer);
  }, [fragment]);

  const { setOperationName } = useGraphiQLActions();
  const ready = useGraphiQL(({ queryEditor, variableEditor }) => Boolean(queryEditor && variableEditor));
  const operation = linked?.operationName;
  useEffect(() => {
    if (ready && operation) setOperationName(operation);
  }, [ready, operation, setOperationName]);

  const open = useOpen();
  useEffect(() => {
    const follow = () => {
      const asked = queryIn({ hash: location.hash, search: '' });
      if (asked) open(asked, false);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [open]);
  return null;
}
