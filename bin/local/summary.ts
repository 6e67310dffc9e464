import type { LocalAws } from '../../local/local-aws.ts';
import { metricsTable } from '../cli/metrics-table.ts';
import { table } from '../cli/table.ts';
import { wrap } from '../cli/wrap.ts';
import type { CustomersDemoResult } from './customers-demo.ts';
import { customersLines } from './customers-summary.ts';
import type { DashboardDemoResult } from './dashboard-demo.ts';
import type { DemoResult } from './demo-result.ts';
import type { NarrativesDemoResult } from './narratives-demo.ts';
import { narrativesLines } from './narratives-summary.ts';
import type { LocalOptions } from './run-local.ts';
import type { WearableDemoResult } from './wearable-demo.ts';
import { curlLines, wearableLines } from './wearable-summary.ts';

const whole = (count: number) => count.toLocaleString('en');
const indent = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : `  ${line}`));

/** Under this many, intervals are too wide for any verdict. */
const fewPeople = 200;
const tooFew = (people: number) =>
  `${people} people are too few to tell a good model from luck, and the gate says so. ` +
  'With 2,000 it sees more clearly: npm start -- --fresh --users 2000';

const datasetLines = ({ answer: { body } }: DemoResult): string[] => [
  'Dataset',
  ...indent([
    `${whole(body.usersConsidered)} people considered, ${whole(body.usersFailed)} failed;`,
    `${whole(body.rowsCensored)} rows left out, because what followed is unknown`,
    '',
    ...table([
      ['', 'rows', 'crisis', 'no crisis'],
      ['train', whole(body.trainSamples), whole(body.trainPositiveClass), whole(body.trainNegativeClass)],
      [
        'validation',
        whole(body.validationSamples),
        whole(body.valPositiveClass),
        whole(body.valNegativeClass),
      ],
    ]),
    '(balanced by oversampling on each side; metrics count each person once)',
    '',
    body.trainPath,
    body.validationPath,
    body.manifestPath,
  ]),
];

const modelLines = ({ model, bestAuc }: DemoResult): string[] => {
  const { metrics, reasons } = model;
  return [
    `Model ${model.modelName} version ${model.version}: ${model.status.toUpperCase()}`,
    ...indent([
      `on ${whole(metrics.persons)} people that it never saw, ${(metrics.prevalence * 100).toFixed(0)} % of them in crisis`,
      '',
      ...metricsTable(
        metrics,
        bestAuc === null ? [] : [['  best possible here', bestAuc.toFixed(3), '(their true risks)']],
      ),
      ...reasons.flatMap((reason) => wrap(`× ${reason}`, 76, '  ')),
      ...(metrics.persons < fewPeople ? wrap(tooFew(metrics.persons), 76) : []),
      '',
      model.modelDataUrl,
    ]),
  ];
};

const nextLines = (aws: LocalAws, { user, dataDir }: { readonly user: string; readonly dataDir: string }) => [
  'Try next, in a second terminal',
  ...indent([
    ...Object.entries(aws.clientEnvironment).map(([name, value]) => `export ${name}=${value}`),
    'aws lambda invoke --function-name mindmate-prepareTrainingData \\',
    '  --cli-read-timeout 900 out.json \\',
    '  --payload fileb://lambdas/prepare-training-data/test-payload.json',
    `aws s3 ls s3://mindmate-ml-models-${aws.accountId}/training/`,
    'aws sagemaker list-training-jobs',
    'npm run --silent wellcast -- models list',
    'npm run --silent wellcast -- narratives cat',
    'aws lambda invoke --function-name wellcast-predictCustomerHealth out.json \\',
    '  --payload fileb://lambdas/predict-customer-health/test-payload.json',
    ...curlLines(aws.apiEndpoint, user, dataDir),
  ]),
];

/** What the demonstration came to, for a person in a terminal. */
export const summarise = (
  result: DemoResult & {
    readonly wearable: WearableDemoResult;
    readonly narratives: NarrativesDemoResult;
    readonly customers: CustomersDemoResult;
    readonly dashboard: DashboardDemoResult;
  },
  { aws, options }: { readonly aws: LocalAws; readonly options: LocalOptions },
): string =>
  [
    ...datasetLines(result),
    '',
    ...modelLines(result),
    '',
    ...wearableLines(result.wearable),
    '',
    ...narrativesLines(result.narratives),
    '',
    ...customersLines(result.customers),
    '',
    'Dashboard, signed in until wellcast stops',
    ...indent([result.dashboard.address]),
    '',
    ...nextLines(aws, { user: result.wearable.watch.userId, dataDir: options.dataDir }),
  ].join('\n');
