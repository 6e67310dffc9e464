import type { Alerts } from '../shared/ports/alerts.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { TrainingJobRows } from '../shared/ports/training-job-rows.ts';

/** Shorter than the minute after which AWS delivers an event again. */
const claimMs = 45_000;

/** Another delivery of the same event is telling people at this moment; this one comes again. */
export class AlertBusyError extends Error {
  override readonly name = 'AlertBusyError';
}

/**
 * Tells people of a failed job once, however often its event is delivered. Only a crash between the message and its
 * mark can repeat it: rather twice than never.
 *
 * @throws {AlertBusyError} when another delivery has claimed the telling a moment ago
 */
export const alertOnce = async (
  deps: { alerts: Alerts; rows: TrainingJobRows; clock: Clock; telemetry: Telemetry },
  job: { readonly jobName: string; readonly failureReason?: string },
): Promise<void> => {
  const { alerts, rows, clock, telemetry } = deps;
  const now = clock.now();
  const claim = await rows.claimAlert(job.jobName, { now, until: now + claimMs });
  if (claim === 'told') return;
  if (claim === 'busy') throw new AlertBusyError('Another delivery of this event is under way.');
  try {
    await alerts.send({
      subject: `Training job ${job.jobName} failed`.slice(0, 100),
      message:
        `Training job ${job.jobName} failed: ${job.failureReason ?? 'SageMaker gave no reason'}\n\n` +
        `Its log is in CloudWatch under /aws/sagemaker/TrainingJobs, stream ${job.jobName}. Once the cause is ` +
        'removed, invoke triggerModelTraining with the same dataset: it starts the job anew under the next name.',
    });
  } catch (error) {
    await rows.releaseAlert(job.jobName);
    throw error;
  }
  telemetry.count('TrainingJobsFailed');
  await rows.markAlertSent(job.jobName);
};
