export const subscriptionTiers = ['budget', 'standard', 'premium'] as const;
export type SubscriptionTier = (typeof subscriptionTiers)[number];

export const acquisitionChannels = ['organic', 'paid', 'referral'] as const;
export type AcquisitionChannel = (typeof acquisitionChannels)[number];

export const gradeLevels = ['elementary', 'middle', 'high_school', 'college'] as const;
export type GradeLevel = (typeof gradeLevels)[number];

/** Subjects by their index, as files hold them, each with its group. */
export const customerSubjects = [
  { name: 'elementary_reading', group: 'elementary' },
  { name: 'elementary_math', group: 'elementary' },
  { name: 'pre_algebra', group: 'mathematics' },
  { name: 'algebra', group: 'mathematics' },
  { name: 'geometry', group: 'mathematics' },
  { name: 'ap_calculus', group: 'mathematics' },
  { name: 'statistics', group: 'mathematics' },
  { name: 'biology', group: 'science' },
  { name: 'chemistry', group: 'science' },
  { name: 'physics', group: 'science' },
  { name: 'english', group: 'languages' },
  { name: 'spanish', group: 'languages' },
  { name: 'french', group: 'languages' },
  { name: 'history', group: 'humanities' },
  { name: 'essay_writing', group: 'humanities' },
  { name: 'sat_prep', group: 'test_preparation' },
  { name: 'act_prep', group: 'test_preparation' },
  { name: 'computer_science', group: 'computing_and_economics' },
  { name: 'economics', group: 'computing_and_economics' },
] as const;
