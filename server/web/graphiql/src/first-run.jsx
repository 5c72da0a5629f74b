import { useEffect, useRef } from 'react';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

/** Runs the question that a first visit begins with, once the editors are there. */
export function FirstRun() {
  const ready = useGraphiQL((state) => Boolean(state.queryEditor && state.variableEditor && state.responseEditor));
  const { run } = useGraphiQLActions();
  const done = useRef(false);
  useEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    run();
  }, [ready, run]);
  return null;
}
