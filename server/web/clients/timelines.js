// Timelines from the server in their formats, and GraphQL's answer to compare them with.
import { ask, url } from './server.js';

// What other tests load belongs to the round of December 2019.
const to = '2019-11-30';

/** The bytes of an export, such as timeline.csv. */
export async function timeline(file, parameters = {}) {
  const address = new URL(`/export/${file}`, url);
  address.search = new URLSearchParams({ to, ...parameters });
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

/** The events of the same timeline, as GraphQL has them. */
export async function events(language = 'EN') {
  const answer = await ask(
    `query Events($to: Date!) {
      timeline(filter: { to: $to }, first: 1000) {
        totalCount
        nodes {
          id kind title(language: "${language.toLowerCase()}") modality
          date { edtf earliest latest }
          parties { id } claims { evidence { article { id url title source } start end quote } }
        }
      }
    }`,
    { to },
  );
  if (answer.timeline.totalCount < 100) throw new Error(`${answer.timeline.totalCount} events`);
  return answer.timeline.nodes;
}

/** The passages of an event, each once. */
export const passages = (event) => [
  ...new Map(event.claims.flatMap((c) => c.evidence).map((e) => [`${e.article.id} ${e.start} ${e.end}`, e])).values(),
];

/** Whether a date is one day, and known to be it. */
export const isDay = (date) => /^\d{4}-\d\d-\d\d$/.test(date.edtf);
