import { explorerPlugin } from '@graphiql/plugin-explorer';
import { isEnumType } from 'graphql';

// What a query that is built by clicking asks about until it is told otherwise.
const things = {
  a: 'round:astana-13',
  b: 'round:astana-14',
  broader: 'topic:political-process',
  country: 'party:kazakhstan',
  head: 'person:alexander-lavrentyev',
  host: 'party:kazakhstan',
  node: 'round:astana-14',
  party: 'party:turkey',
  person: 'person:sedat-onal',
  place: 'place:nur-sultan',
  process: 'process:astana',
  round: 'round:astana-14',
  speaker: 'person:alexander-lavrentyev',
  subject: 'round:astana-14',
  text: 'Lavrentyev',
  topic: 'topic:ceasefire',
  venue: 'place:geneva',
};
const values = {
  Boolean: { kind: 'BooleanValue', value: true },
  Date: { kind: 'StringValue', value: '2019-12-09' },
  Float: { kind: 'FloatValue', value: '0.5' },
  Int: { kind: 'IntValue', value: '10' },
  Language: { kind: 'StringValue', value: 'ar' },
};

/** What stands for an argument that has just been chosen: an example of the domain where there is one. */
function exampleOf(field, { name }, type) {
  if (isEnumType(type)) return { kind: 'EnumValue', value: type.getValues()[0].name };
  const thing = things[name === 'id' ? field.name : name];
  if (thing) return { kind: 'StringValue', value: thing };
  return values[type.name] ?? { kind: 'StringValue', value: '' };
}

/** Builds queries by clicking, with examples for arguments. One thing of a kind is asked for by its id. */
export const explorer = explorerPlugin({
  showAttribution: false,
  getDefaultScalarArgValue: exampleOf,
  makeDefaultArg: (field, { name }) => name === 'id' && field.name in things,
});
