/**
 * A Lambda environment as a process of its own: loads a bundle, answers events one after another and tells when the
 * first answer was there, how long each took, and what the process occupies.
 *
 *   node cold-start.mjs BUNDLE EVENTS   (a module that exports `handler`; a JSON file with a list of events)
 */
// What Node.js would load for an import of it, or for the clock of `performance`, takes ten milliseconds that no
// function is to blame for.
const { readFileSync } = process.getBuiltinModule('node:fs');

const [bundle, eventsFile] = process.argv.slice(2);
// What the function logs is not what is measured.
process.stdout.write = Object.assign(() => true, {});
const { handler } = await import(bundle);
const loadedAt = Date.now();
const events = JSON.parse(readFileSync(eventsFile, 'utf8'));
const nowMs = () => Number(process.hrtime.bigint()) / 1e6;
const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const answers = [];
const times = [];
let firstAnswerAt;
let firstProcessorMs;
let firstRssBytes;
for (const event of events) {
  const startedAt = nowMs();
  answers.push(await handler(event, { awsRequestId: 'bench' }));
  times.push(nowMs() - startedAt);
  firstAnswerAt ??= Date.now();
  firstProcessorMs ??= processorMs();
  firstRssBytes ??= process.memoryUsage.rss();
}
const laterProcessorMs = (processorMs() - firstProcessorMs) / Math.max(1, events.length - 1);
const peakRssBytes = process.resourceUsage().maxRSS * 1024;
process.stderr.write(
  `\nMEASURED ${JSON.stringify({ loadedAt, firstAnswerAt, firstProcessorMs, laterProcessorMs, firstRssBytes, peakRssBytes, times, last: answers.at(-1) })}`,
);
