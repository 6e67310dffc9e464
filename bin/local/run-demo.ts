import type { LocalAws } from '../../local/local-aws.ts';
import { runCrisisDemo } from './crisis-demo.ts';
import { runCustomersDemo } from './customers-demo.ts';
import { runDashboardDemo } from './dashboard-demo.ts';
import { makeDemoContext } from './demo-context.ts';
import { runNarrativesDemo } from './narratives-demo.ts';
import { openAddress } from './open-address.ts';
import type { LocalOptions } from './run-local.ts';
import { summarise } from './summary.ts';
import { runWearableDemo } from './wearable-demo.ts';

/**
 * Each system run once, one after another, through the doors that anybody would use.
 *
 * @throws {UsageError} when other people were asked for than the data directory holds
 */
export const runDemo = async (aws: LocalAws, options: LocalOptions, signal: AbortSignal): Promise<void> => {
  const context = makeDemoContext(aws, options, signal);
  process.stderr.write(
    `wellcast: AWS on ${aws.endpoint}, HTTP front on ${aws.apiEndpoint}, data in ${options.dataDir}\n`,
  );
  // Ready long before anybody can open it. What goes wrong is said when it is opened.
  if (!options.once) aws.dashboard.build().catch(() => {});
  const crisis = await runCrisisDemo(context);
  const wearable = await runWearableDemo(context, crisis.data);
  const narratives = await runNarrativesDemo(context, crisis.data);
  const customers = await runCustomersDemo(context, crisis.data);
  const dashboard = await runDashboardDemo(context, crisis, wearable);
  const result = { ...crisis, wearable, narratives, customers, dashboard };
  process.stdout.write(
    options.json ? `${JSON.stringify(result)}\n` : `\n${summarise(result, { aws, options })}\n`,
  );
  if (!options.once && !options.json) openAddress(dashboard.address);
};
