import type { RecordType } from '../record-type.ts';

/** Instructions and inputs of one record type; the first of each is the seed's. */
export interface InstructionTexts {
  readonly instructions: readonly string[];
  readonly inputs: readonly string[];
}

export const instructionTexts: Readonly<Record<RecordType, InstructionTexts>> = {
  BloodGlucoseRecord: {
    instructions: [
      'Analyze this blood glucose data and provide clinical insights.',
      'Summarize these glucose readings: level, variability and time in range.',
      'Describe what this glucose record shows, and how far it can be relied on.',
      'Review the following blood glucose measurements for a clinician.',
      'What do these blood glucose readings say about fasting, meals and nights?',
    ],
    inputs: [
      'Blood glucose data including fasting, post-meal, and overnight readings.',
      'Glucose readings from a meter or a continuous sensor.',
      "A person's blood glucose measurements with their times.",
    ],
  },
  HeartRateRecord: {
    instructions: [
      'Analyze this heart rate data and provide cardiovascular insights.',
      'Summarize this heart rate record: rest, exercise and recovery.',
      'Describe the heart rate pattern in this data, and its limits.',
      'Review the following heart rate samples for a clinician.',
      'What does this heart rate record show at rest and under effort?',
    ],
    inputs: [
      'Heart rate measurements including resting, active, and exercise sessions.',
      'Heart rate samples from a wearable.',
      'Beats per minute over the day and night.',
    ],
  },
  SleepSessionRecord: {
    instructions: [
      'Analyze this sleep data and provide sleep quality insights.',
      'Summarize these sleep sessions: duration, efficiency and regularity.',
      'Describe how this person slept according to the wearable.',
      'Review the following sleep record for a clinician.',
      'What do these sleep sessions show about timing and stages?',
    ],
    inputs: [
      'Sleep session data including duration, timing, and sleep stages.',
      'Sleep sessions from a wearable, with stages where it tells them apart.',
      'Bedtimes, waking times and stages of sleep.',
    ],
  },
  StepsRecord: {
    instructions: [
      'Analyze this daily activity data and provide fitness insights.',
      'Summarize these step counts by day.',
      'Describe the activity in this step record, and how complete it is.',
      'Review the following step counts for a clinician.',
      'What do these step counts show about daily activity?',
    ],
    inputs: [
      'Daily step count data showing activity patterns.',
      'Steps counted by a phone or a wearable.',
      'Step counts with their times, perhaps from several sources.',
    ],
  },
  ActiveCaloriesBurnedRecord: {
    instructions: [
      'Analyze this calorie burn data and provide activity insights.',
      'Summarize the active energy in this record by day.',
      'Describe the active calories in this data, and how complete they are.',
      'Review the following active energy data for a clinician.',
      'What does this record of active calories show?',
    ],
    inputs: [
      'Active calories burned during exercise and daily activities.',
      'Active energy estimated by a wearable.',
      'Active calories with their times, perhaps from several sources.',
    ],
  },
  HeartRateVariabilityRmssdRecord: {
    instructions: [
      'Analyze this heart rate variability data and provide recovery insights.',
      'Summarize these RMSSD readings: level and trend.',
      'Describe the heart rate variability in this record, and its limits.',
      'Review the following HRV readings for a clinician.',
      'What do these RMSSD readings show about recovery?',
    ],
    inputs: [
      'HRV RMSSD measurements indicating cardiovascular fitness and recovery.',
      'RMSSD readings from a wearable, mostly at night.',
      'Heart rate variability (RMSSD) over time.',
    ],
  },
};

/** For a record type that is none of the six. */
export const defaultInstructionTexts: InstructionTexts = {
  instructions: [
    'Analyze this health data and provide clinical insights.',
    'Summarize this health data for a clinician.',
    'Describe what this health data shows, and its limits.',
  ],
  inputs: [
    'Health data measurements from mobile health tracking.',
    'Measurements from a phone or a wearable.',
  ],
};
