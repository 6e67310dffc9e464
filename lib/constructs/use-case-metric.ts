import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { FunctionSpec } from '../catalog-shapes.ts';

/** What the functions count themselves, as far as alarms and the dashboard show it. */
export type UseCaseMetricName =
  | 'RefusedRequests'
  | 'FailedRequests'
  | 'UsersConsidered'
  | 'UsersFailed'
  | 'RowsCensored'
  | 'DatasetsCompleted'
  | 'TrainingTriggerFailures'
  | 'PipelineAgeSeconds'
  | 'TrainingJobsStarted'
  | 'TrainingJobsFailed'
  | 'ModelsApproved'
  | 'ModelsRejected'
  | 'MetricsAccepted'
  | 'MetricsDuplicate'
  | 'MetricsRejected'
  | 'WindowsScored'
  | 'WindowsAboveThreshold'
  | 'ReconstructionErrorRatio'
  | 'AnomalyAlertsSent'
  | 'AnomalyAlertsOverBudget'
  | 'AnomalyAlertFailures'
  | 'FalseAlarms'
  | 'ConfirmedAlarms'
  | 'ModelUnavailable'
  | 'CustomerEventsAdded'
  | 'CustomerEventsDuplicate'
  | 'CustomerEventsExpired'
  | 'CustomerEventsDropped'
  | 'CustomersReviewed'
  | 'CustomersPredicted'
  | 'CustomerPredictionFailures'
  | 'ChurnAlertsSent'
  | 'ChurnAlertFailures'
  | 'FeatureCacheHits'
  | 'FeatureCacheMisses';

/**
 * One of the metrics that the functions count themselves.
 *
 * @param spec - the function that counts
 * @param metricName - what it counts
 */
export const useCaseMetric = (spec: FunctionSpec, metricName: UseCaseMetricName): Metric =>
  new Metric({
    namespace: 'wellcast',
    metricName,
    dimensionsMap: { service: spec.name },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
