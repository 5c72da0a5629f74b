import { useEffect, useRef } from 'react';
import { KeyCode, KeyMod, Range, useGraphiQL } from '@graphiql/react';
import { idsIn, pageOf } from './nodes.js';
import { useOpenNode } from './open.js';

const most = 5000; // ids that are marked in one answer
const contentText = 6; // monaco.editor.MouseTargetType.CONTENT_TEXT
const inText = 'editorTextFocus'; // elsewhere Enter leads into the text
const idClass = 'peacetalks-id';
const hint = { value: 'Click or press Enter to ask for it in a tab; ↗ or Shift+Enter opens its page' };

/** An id is underlined; behind its closing quote stands the arrow to its page. */
function decorations(model, { start, id }) {
  const { lineNumber, column } = model.getPositionAt(start);
  const end = column + id.length;
  return [
    { range: new Range(lineNumber, column, lineNumber, end), options: { inlineClassName: idClass, hoverMessage: hint } },
    {
      range: new Range(lineNumber, end, lineNumber, end + 1),
      options: {
        after: { content: '\u00a0↗', inlineClassName: 'peacetalks-page', attachedData: { page: id }, cursorStops: 3 },
      },
    },
  ];
}

function openPage(id) {
  window.open(pageOf(id), '_blank', 'noopener');
}

/** The id that is marked at a position, or if there is none the first one on its line. */
function idAt(model, { lineNumber, column }, orOnLine) {
  const marked = model.getLineDecorations(lineNumber).filter((d) => d.options.inlineClassName === idClass);
  const at = marked.find((d) => d.range.startColumn <= column && column <= d.range.endColumn);
  const found = at ?? (orOnLine ? marked[0] : undefined);
  return found && model.getValueInRange(found.range);
}

/** Marks the ids in the answer's editor, and has clicks and keys open them. */
export function IdLinks() {
  const editor = useGraphiQL((state) => state.responseEditor);
  const openNode = useRef();
  const latest = useOpenNode();
  useEffect(() => {
    openNode.current = latest;
  });
  useEffect(() => {
    if (!editor) return undefined;
    const model = editor.getModel();
    const marks = editor.createDecorationsCollection();
    const mark = () => marks.set(idsIn(model.getValue(), most).flatMap((found) => decorations(model, found)));
    const act = (action, position, orOnLine) => {
      const id = idAt(model, position, orOnLine);
      if (id) action(id);
    };
    const node = (id) => openNode.current(id);
    const disposables = [
      model.onDidChangeContent(mark),
      editor.onMouseUp(({ event, target }) => {
        if (!event.leftButton || !target.position || !editor.getSelection().isEmpty()) return;
        const page = target.detail?.injectedText?.options?.attachedData?.page;
        if (page) openPage(page);
        else if (target.type === contentText) act(node, target.position, false);
      }),
      editor.addAction({
        id: 'peacetalks-node',
        label: 'Ask for the id in this line',
        keybindings: [KeyCode.Enter],
        keybindingContext: inText,
        run: () => act(node, editor.getPosition(), true),
      }),
      editor.addAction({
        id: 'peacetalks-page',
        label: 'Open the page of the id in this line',
        keybindings: [KeyMod.Shift | KeyCode.Enter],
        keybindingContext: inText,
        run: () => act(openPage, editor.getPosition(), true),
      }),
    ];
    mark();
    return () => {
      marks.clear();
      for (const disposable of disposables) disposable.dispose();
    };
  }, [editor]);
  return null;
}
