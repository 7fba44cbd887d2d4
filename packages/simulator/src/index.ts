export { clockText, dayText, lengthText, timeText } from './clock-text.ts';
export { type Coverage, coverage, type Overlap } from './coverage.ts';
export { type Disagreement, disagreements, type OnDuty } from './disagreements.ts';
export { dutyText } from './duty-text.ts';
export type { EngagementRules } from './engagement-rules.ts';
export type { Event } from './event.ts';
export {
  type Impact,
  impact,
  type Replacement,
  type RotationImpact,
  type ShiftChange,
} from './impact.ts';
export type { Interval } from './interval.ts';
export { type Load, load } from './load.ts';
export { type Duty, onCall } from './on-call.ts';
export { pageZone } from './page-zone.ts';
export type { DutyRules, RotationRules, ScheduleRules } from './rotation-rules.ts';
export { estimatedCodes, timeRules } from './rules/time-rules.ts';
export { type Failure, runTest, type TestResult } from './run-test.ts';
export type { Shift } from './shift.ts';
export { shifts } from './shifts.ts';
export { type TestCoverage, testCoverage } from './test-coverage.ts';
export { type Acknowledgement, type Page, timeline } from './timeline.ts';
export { entryOf, type TimelineEntry, type TimelineLine, timelineLines } from './timeline-text.ts';
