import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Alerts } from '../ports/alerts.ts';

/** Alerts to everyone who subscribed to a topic. */
export const makeSnsAlerts = (options: { client: SNSClient; topicArn: string }): Alerts => ({
  send: async ({ subject, message }) => {
    const { client, topicArn } = options;
    await client.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: message }));
  },
});
