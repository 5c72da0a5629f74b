import { useMemo } from 'react';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { getOperationAST, parse } from 'graphql';
import { nodeQuery } from './nodes.js';

/** The name of the only operation of a query. */
function nameOf(query) {
  try {
    return getOperationAST(parse(query))?.name?.value;
  } catch {
    return undefined; // The editor shows what is wrong with it.
  }
}

/**
 * Gives a function that shows a query with its variables in a tab, the one that
 * has them if there is one, and runs it unless told not to.
 */
export function useOpen() {
  const { addTab, changeTab, run, stop, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor, tabs, activeTabIndex } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
  }));
  return useMemo(
    () =>
      function open({ query, variables, operationName }, now = true) {
        // What runs in this tab would go on in the other.
        stop();
        const known = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
        if (known >= 0) {
          if (known !== activeTabIndex) changeTab(known);
        } else {
          addTab();
          queryEditor.setValue(query);
          variableEditor.setValue(variables);
          updateActiveTabValues({ query, variables, operationName: operationName ?? nameOf(query) });
        }
        if (now) run();
      },
    [activeTabIndex, addTab, changeTab, queryEditor, run, stop, tabs, updateActiveTabValues, variableEditor],
  );
}

/** Gives a function that asks for the node of an id in a tab. */
export function useOpenNode() {
  const open = useOpen();
  return (id) => open(nodeQuery(id));
}
