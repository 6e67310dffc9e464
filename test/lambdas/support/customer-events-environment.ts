/** What the functions that keep customers' features are told. @param churnAlertsTopic - its name */
export const customerEventsEnvironment = (churnAlertsTopic: string): Readonly<Record<string, string>> => ({
  CUSTOMER_STATE_TABLE: 'wellcast-CustomerState',
  TABLE_NAME: 'EmoCompanion',
  ERASURES_TABLE: 'wellcast-Erasures',
  TOMBSTONE_SECRET: 'mindmate/tombstone-secret',
  PREDICT_FUNCTION: 'wellcast-predictCustomerHealth',
  CHURN_ALERTS_TOPIC_ARN: `arn:aws:sns:us-east-1:000000000000:${churnAlertsTopic}`,
});
