// Exports of the graph from the server, and what is known of them.
import { url } from './server.js';

/** The text of an export, such as graph.ttl. */
export async function exported(file, parameters = {}) {
  const address = new URL(`/export/${file}`, url);
  address.search = new URLSearchParams(parameters);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return response.text();
}

export const id = (name) => `https://peacetalks.example/id/${name}`;
export const pt = (name) => `https://peacetalks.example/ns#${name}`;
export const rdfs = (name) => `http://www.w3.org/2000/01/rdf-schema#${name}`;
export const rdf = (name) => `http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`;
export const oa = (name) => `http://www.w3.org/ns/oa#${name}`;

/** The id of the graph that an IRI is of. */
export const thing = (iri) => decodeURIComponent(iri.slice(id('').length));
