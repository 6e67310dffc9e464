import { Dashboard, GraphWidget, type IMetric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Catalog } from '../catalog-shapes.ts';
import { type FunctionMetricName, functionMetric } from './function-alarms.ts';
import { type ExecutionMetricName, executionMetric, failedShare, pipelineAge } from './pipeline-alarms.ts';
import { preparationGraphs } from './preparation-graphs.ts';
import { queueDepth } from './queue-alarm.ts';
import { iteratorAge } from './stream-alarm.ts';
import { useCaseMetric } from './use-case-metric.ts';
import { apiMetric } from './wearable-alarms.ts';

export interface OperationsDashboardProps {
  readonly name: string;
  readonly catalog: Catalog;
  readonly queueNames: readonly string[];
  /** Of the HTTP API that watches call. */
  readonly apiId: string;
  /** Of the data preparation service's. */
  readonly preparationApiId: string;
}

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 8, height: 6 });

/** The deployment on one page: what the last run did, whether functions are well, what was left lying. */
export class OperationsDashboard extends Dashboard {
  constructor(scope: Construct, id: string, props: OperationsDashboardProps) {
    super(scope, id, { dashboardName: props.name });
    const { functions } = props.catalog;
    const {
      prepareTrainingData: prepare,
      recordTrainingJobState: record,
      triggerModelTraining: trigger,
    } = functions;
    const all = Object.values(functions);
    const perFunction = (metricName: FunctionMetricName, kind = '') =>
      all.map((spec) => functionMetric(spec, metricName).with({ label: `${spec.name}${kind}` }));
    this.addWidgets(
      new TextWidget({
        markdown:
          '# From journals to a model, from a watch to a score\nWhat each alarm means and what to do: docs/operate.md.',
        width: 24,
        height: 2,
      }),
    );
    this.addWidgets(
      graph('Datasets', [
        useCaseMetric(prepare, 'DatasetsCompleted'),
        useCaseMetric(prepare, 'RefusedRequests'),
        useCaseMetric(prepare, 'FailedRequests'),
      ]),
      graph('Users and rows of the last runs', [
        useCaseMetric(prepare, 'UsersConsidered'),
        useCaseMetric(prepare, 'UsersFailed'),
        useCaseMetric(prepare, 'RowsCensored'),
      ]),
      graph('Training jobs and models', [
        useCaseMetric(trigger, 'TrainingJobsStarted'),
        useCaseMetric(record, 'TrainingJobsFailed'),
        useCaseMetric(record, 'ModelsApproved'),
        useCaseMetric(record, 'ModelsRejected'),
      ]),
    );
    this.addWidgets(...pipelineGraphs(props.catalog));
    this.addWidgets(...wearableGraphs(functions, props.apiId));
    this.addWidgets(...customerGraphs(functions));
    this.addWidgets(...preparationGraphs(functions.serveDataPreparation, props.preparationApiId));
    this.addWidgets(
      graph('Invocations', perFunction('Invocations')),
      graph('Errors and throttles', [
        ...perFunction('Errors', ' errors'),
        ...perFunction('Throttles', ' throttles'),
      ]),
      graph('Longest run (ms)', perFunction('Duration')),
    );
    this.addWidgets(
      graph(
        'Waiting in dead-letter queues',
        props.queueNames.map((queueName) => queueDepth(queueName).with({ label: queueName })),
      ),
    );
  }
}

/** Runs of the training pipeline: how they ended, how long they take, whom they lost. */
const pipelineGraphs = (catalog: Catalog): GraphWidget[] => {
  const { trainingPipeline } = catalog.workflows;
  const runs = (metricName: ExecutionMetricName) => executionMetric(trainingPipeline, metricName);
  return [
    graph('Runs of the training pipeline', [
      runs('ExecutionsStarted'),
      runs('ExecutionsSucceeded'),
      runs('ExecutionsFailed'),
      runs('ExecutionsTimedOut'),
      runs('ExecutionThrottled'),
    ]),
    graph('Age of a run (s), and how long it took (ms)', [pipelineAge(catalog), runs('ExecutionTime')]),
    graph('People of a run who gave no row (%)', [failedShare(catalog)]),
  ];
};

/** What became of customers' events, whether they wait, and who was looked at without any. */
const customerGraphs = ({
  updateCustomerFeatures: updates,
  reviewQuietCustomers: reviews,
}: Catalog['functions']): GraphWidget[] => [
  graph('Events of customers', [
    useCaseMetric(updates, 'CustomerEventsAdded'),
    useCaseMetric(updates, 'CustomerEventsDuplicate'),
    useCaseMetric(updates, 'CustomerEventsExpired'),
    useCaseMetric(updates, 'CustomerEventsDropped'),
    useCaseMetric(updates, 'RefusedRequests'),
  ]),
  graph('Customers predicted, and told of', [
    useCaseMetric(updates, 'CustomersPredicted'),
    useCaseMetric(updates, 'CustomerPredictionFailures'),
    useCaseMetric(updates, 'ChurnAlertsSent'),
    useCaseMetric(updates, 'ChurnAlertFailures'),
  ]),
  graph('How long events wait (ms)', [iteratorAge(updates.name)]),
  graph('Quiet customers looked at, and told of', [
    useCaseMetric(reviews, 'CustomersReviewed'),
    useCaseMetric(reviews, 'CustomersPredicted'),
    useCaseMetric(reviews, 'CustomerPredictionFailures'),
    useCaseMetric(reviews, 'ChurnAlertsSent'),
    useCaseMetric(reviews, 'ChurnAlertFailures'),
  ]),
];

/** What watches sent, how it was judged, what people were told and what they said of it. */
const wearableGraphs = (functions: Catalog['functions'], apiId: string): GraphWidget[] => {
  const { detectHealthAnomalies: detector, serveHealthHistory: history } = functions;
  const error = useCaseMetric(detector, 'ReconstructionErrorRatio');
  return [
    graph('Metrics from watches', [
      useCaseMetric(detector, 'MetricsAccepted'),
      useCaseMetric(detector, 'MetricsDuplicate'),
      useCaseMetric(detector, 'MetricsRejected'),
    ]),
    graph('Windows, and those above the threshold', [
      useCaseMetric(detector, 'WindowsScored'),
      useCaseMetric(detector, 'WindowsAboveThreshold'),
      useCaseMetric(detector, 'ModelUnavailable'),
    ]),
    graph(
      'Reconstruction error as a share of the threshold',
      ['p10', 'p50', 'p90', 'p99'].map((statistic) => error.with({ statistic, label: statistic })),
    ),
    graph('Alerts', [
      useCaseMetric(detector, 'AnomalyAlertsSent'),
      useCaseMetric(detector, 'AnomalyAlertsOverBudget'),
      useCaseMetric(detector, 'AnomalyAlertFailures'),
    ]),
    graph('What people said of alerts', [
      useCaseMetric(history, 'FalseAlarms'),
      useCaseMetric(history, 'ConfirmedAlarms'),
    ]),
    graph('The API', [apiMetric(apiId, 'Count'), apiMetric(apiId, '4xx'), apiMetric(apiId, '5xx')]),
  ];
};
