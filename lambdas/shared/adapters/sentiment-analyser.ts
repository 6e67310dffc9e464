import { ComprehendClient } from '@aws-sdk/client-comprehend';
import type { SentimentAnalyser } from '../ports/sentiment-analyser.ts';
import { clientSettings } from '../runtime/client-settings.ts';
import type { FunctionTelemetry } from '../runtime/lean-telemetry.ts';
import { makeComprehendSentiment } from './comprehend-sentiment.ts';
import { lexiconAnalyser } from './lexicon-analyser.ts';
import { timerSleep } from './timer-sleep.ts';

/** The analyser of a setting: inside the function, or Amazon Comprehend. */
export const makeSentimentAnalyser = (
  provider: 'lexicon' | 'comprehend',
  telemetry: FunctionTelemetry,
): SentimentAnalyser =>
  provider === 'lexicon'
    ? lexiconAnalyser
    : makeComprehendSentiment({
        // Retries are the adapter's own, so that they are counted.
        client: telemetry.traced(new ComprehendClient(clientSettings({ maxAttempts: 1 }))),
        sleep: timerSleep,
        random: Math.random,
        telemetry,
      });
