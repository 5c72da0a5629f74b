import { useState } from 'react';
import { isObject, itemsOf } from './flatten.js';
import { Id } from './id.jsx';
import { Fields, labelOf, Value } from './value.jsx';

const page = 100; // rows that are drawn at first
const few = 2; // columns that stand beside each other even in a narrow pane

/**
 * The fields of a list's items, in their order, the id as the last; a thing
 * that has a name is linked by it, not by its id.
 */
function columnsOf(items) {
  const columns = new Set(items.flatMap((item) => Object.keys(item ?? {})));
  columns.delete('cursor');
  const named = items.every((item) => labelOf(item).length > 0);
  if (columns.delete('id') && !named) columns.add('id');
  return [...columns];
}

function Cell({ item, column, linked }) {
  const [key, label] = linked ? labelOf(item) : [];
  return (
    <td data-label={column}>
      <div dir="auto">{key === column ? <Id id={item.id} label={label} /> : <Value value={item?.[column]} />}</div>
    </td>
  );
}

function Rows({ items, columns }) {
  const linked = !columns.includes('id');
  return items.map((item, i) => (
    <tr key={i}>
      {columns.map((column) => (
        <Cell key={column} item={item} column={column} linked={linked} />
      ))}
    </tr>
  ));
}

/** A list or connection as a table, with a button that saves it. */
function Table({ name, path, items, total, save }) {
  const [most, setMost] = useState(page);
  const columns = columnsOf(items);
  const of = total !== undefined && total !== items.length ? ` of ${total}` : '';
  return (
    <section aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span>
          {items.length}
          {of}
        </span>
        {save && (
          <button type="button" onClick={() => save({ path, items })} aria-label={`Save ${name} as CSV`}>
            CSV
          </button>
        )}
      </header>
      {items.length > 0 && (
        <div className="peacetalks-scroll" tabIndex={0} role="region" aria-label={`${name}, table`}>
          <table className={columns.length > few ? 'peacetalks-wide' : undefined}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Rows items={items.slice(0, most)} columns={columns} />
            </tbody>
          </table>
        </div>
      )}
      {items.length > most && (
        <button type="button" onClick={() => setMost(items.length)}>
          Show all {items.length} rows
        </button>
      )}
    </section>
  );
}

function Part({ name, path, value, save }) {
  const items = itemsOf(value);
  if (items) return <Table name={name} path={path} items={items} total={value.totalCount} save={save} />;
  return (
    <section aria-label={name}>
      <header>
        <h2>{name}</h2>
      </header>
      <Parts path={path} value={value} save={save} />
    </section>
  );
}

/** Whether a field is shown with a heading of its own: a list of things, or an object that holds one. */
function isPart(value) {
  return itemsOf(value) !== undefined || (isObject(value) && Object.values(value).some(isPart));
}

function Parts({ path, value, save }) {
  const fields = Object.entries(value);
  const plain = fields.filter(([, field]) => !isPart(field));
  // What was asked for and not found is told; within a thing, what it lacks is not.
  return (
    <>
      {plain.length > 0 && (path.length === 0 ? <Fields fields={plain} /> : <Value value={Object.fromEntries(plain)} />)}
      {fields
        .filter(([, field]) => isPart(field))
        .map(([name, field]) => (
          <Part key={name} name={name} path={[...path, name]} value={field} save={save} />
        ))}
    </>
  );
}

/** An answer as headed tables, its texts each in their own direction. Saves a list by its path and items. */
export function AnswerTables({ answer, save }) {
  return (
    <div className="peacetalks-answer">
      {answer.errors?.length > 0 && <Table name="errors" path={[]} items={answer.errors} />}
      {isObject(answer.data) && <Parts path={[]} value={answer.data} save={save} />}
    </div>
  );
}
