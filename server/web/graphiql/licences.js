import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const MIT = readFileSync(join(import.meta.dirname, 'mit.txt'), 'utf8').trim();
const LICENCE_FILES = /^(licen[cs]e|copying|notice|thirdpartynotices)(\.|-|$)/i;

/**
 * The licences of the packages that have code in the bundle. Workers are built
 * apart from the page, so that a collector runs in each build and one writer
 * puts what they found together.
 */
export class Licences {
  #packages = new Map();
  #root;

  constructor(root) {
    this.#root = root;
  }

  collector() {
    return {
      name: 'collect-licences',
      generateBundle: (_options, bundle) => {
        for (const file of Object.values(bundle)) {
          for (const id of file.moduleIds ?? []) this.#add(id);
          for (const id of file.originalFileNames ?? []) this.#add(join(this.#root, id));
        }
      },
    };
  }

  writer() {
    const licences = this;
    return {
      name: 'write-licences',
      enforce: 'post',
      generateBundle() {
        this.emitFile({ type: 'asset', fileName: 'graphiql/LICENCES.txt', source: licences.#text() });
      },
    };
  }

  #add(id) {
    const path = id.replace(/^\0/, '').replace(/\?.*$/, '');
    if (!path.includes(`${sep}node_modules${sep}`)) return;
    for (let dir = dirname(path); dir.startsWith(this.#root); dir = dirname(dir)) {
      const file = join(dir, 'package.json');
      const about = existsSync(file) && JSON.parse(readFileSync(file, 'utf8'));
      if (!about?.name || !about.version) continue;
      this.#packages.set(`${about.name} ${about.version}`, { ...about, dir });
      return;
    }
    throw new Error(`no package holds ${relative(this.#root, path)}`);
  }

  #text() {
    const parts = [...this.#packages.keys()].sort().map((key) => this.#section(key));
    return `${parts.length} packages have code in this copy of GraphiQL. Their licences follow.\n\n${parts.join('\n')}`;
  }

  #section(key) {
    const { dir, license, author, repository } = this.#packages.get(key);
    const texts = readdirSync(dir)
      .filter((name) => LICENCE_FILES.test(name))
      .sort()
      .map((name) => readFileSync(join(dir, name), 'utf8').replaceAll('\r\n', '\n').trim());
    if (!license && texts.length === 0) throw new Error(`${key} has no licence`);
    if (texts.length === 0) {
      // Some packages are published without the file: give the terms, and whose they are.
      if (license !== 'MIT') throw new Error(`${key} names ${license} and does not come with its text`);
      const holder = author?.name ?? author ?? 'its authors';
      texts.push(`Copyright (c) ${holder}, ${repository?.url ?? repository}\n\n${MIT}`);
    }
    return [`== ${key} (${license ?? 'see below'})`, '', ...texts.flatMap((text) => [text, ''])].join('\n');
  }
}
