import type { CallAws } from '../aws/call-aws.ts';
import type { Alerts } from '../ports/alerts.ts';

/** Alerts to everyone who subscribed to a topic, without the AWS SDK. */
export const makeDirectSnsAlerts = (options: { callAws: CallAws; topicArn: string }): Alerts => ({
  send: async ({ subject, message }) => {
    const form = new URLSearchParams({
      Action: 'Publish',
      Version: '2010-03-31',
      TopicArn: options.topicArn,
      Subject: subject,
      Message: message,
    });
    await options.callAws({
      service: 'sns',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
  },
});
