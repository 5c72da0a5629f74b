import { isObject, itemsOf } from './flatten.js';
import { Id } from './id.jsx';
import { isId } from './nodes.js';
import { undirected, widthOf } from './text.js';

const labels = ['name', 'title'];

/** The field of an object with an id by which it is shown, and what is in it; nothing if it has none. */
export function labelOf(object) {
  const key = isId(object?.id) && labels.find((name) => typeof object[name] === 'string' && object[name] !== '');
  return key ? [key, object[key]] : [];
}

/** Whether an item of a list is a word or a few, such as a role. */
function isShort(item) {
  return typeof item === 'string' && !isId(item) && widthOf(item) === 'peacetalks-word';
}

function List({ items }) {
  if (items.every(isShort)) return items.map((item, i) => [i > 0 && ', ', <Value key={item} value={item} />]);
  return (
    <ul>
      {items.map((item, i) => (
        <li key={i}>
          <Value value={item} />
        </li>
      ))}
    </ul>
  );
}

/** Named fields, a line each. */
export function Fields({ fields }) {
  return (
    <dl>
      {fields.map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd dir="auto">
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A text with its language, such as a name, and what more is told of it. */
function Spelling({ text, language, ...more }) {
  const fields = Object.entries(more).filter(([key, field]) => key !== '__typename' && field !== null);
  return (
    <>
      <bdi lang={language ?? undefined}>{undirected(text)}</bdi> <span className="peacetalks-none">{language}</span>
      {fields.length > 0 && <Fields fields={fields} />}
    </>
  );
}

function isSpelling(value) {
  return typeof value.text === 'string' && value.language !== undefined && !isId(value.id);
}

/** Whether a single field tells what it is without its name: counts and flags do not. */
function speaks([key, value]) {
  return !['number', 'boolean'].includes(typeof value) || key === 'totalCount' || key === 'number';
}

/** An object: a thing with an id by its name, one with a single field by that field. */
function Thing({ value }) {
  const [labelKey, label] = labelOf(value);
  const fields = Object.entries(value).filter(([key, field]) => {
    const shown = (key === 'id' && isId(field)) || key === labelKey || key === '__typename';
    return !shown && field !== null;
  });
  const id = isId(value.id) && <Id id={value.id} label={label} />;
  if (!id && fields.length === 1 && speaks(fields[0])) return <Value value={fields[0][1]} />;
  return (
    <>
      {id} {fields.length > 0 && <Fields fields={fields} />}
    </>
  );
}

/** Any value of an answer, within a line or as a list of lines. */
export function Value({ value }) {
  if (value === null || value === undefined) return <span className="peacetalks-none">–</span>;
  if (isId(value)) return <Id id={value} />;
  const items = itemsOf(value);
  if (items || Array.isArray(value)) return <List items={items ?? value} />;
  if (isObject(value)) return isSpelling(value) ? <Spelling {...value} /> : <Thing value={value} />;
  const text = undirected(String(value));
  return <bdi className={widthOf(text)}>{text}</bdi>;
}
