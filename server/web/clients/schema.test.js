// The schema keeps the rules of .graphql-schema-linterrc, and is the one that is served.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import { promisify } from 'node:util';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { ask } from './server.js';

const folder = process.env.PEACETALKS_SCHEMA ?? new URL('../../../schema', import.meta.url).pathname;
const linter = new URL('node_modules/graphql-schema-linter/lib/cli.js', import.meta.url).pathname;
const here = new URL('.', import.meta.url).pathname;

test('the schema keeps the rules', async () => {
  await promisify(execFile)(process.execPath, [linter, '--config-directory', here, `${folder}/*.graphqls`]).catch(
    (error) => assert.fail(error.stdout || error.message),
  );
});

test('the schema that is served is the one of the files', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.graphqls'));
  const texts = await Promise.all(files.map((name) => readFile(`${folder}/${name}`, 'utf8')));
  const served = buildClientSchema(await ask(getIntrospectionQuery({ specifiedByUrl: true, schemaDescription: true })));
  const written = buildSchema(texts.join('\n'));
  const lines = (schema) => printSchema(lexicographicSortSchema(schema)).split('\n');
  assert.deepEqual(lines(served), lines(written));
});
