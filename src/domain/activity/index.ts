export {
  COMMUNICATION_DUTY,
  type CommunicationDuty,
  type MonthOfCommunication,
  monthsOfCommunication,
} from './communication-duty.ts';
export { type CountRule, countOf, type LogCounts, suggestedFigure } from './counts.ts';
export { type Forum, type ForumFinding, type ForumRule, forumFindings } from './forum.ts';
export { FORUM_RULES, type ForumLevel, type ForumPlanPart, leastChildren } from './forum-rules.ts';
export { balanceOf, type FundMovement, type FundYear, firstShortfall, LARGEST_AMOUNT } from './fund.ts';
export {
  ACTIVITY_KINDS,
  type ActivityKind,
  AUDIENCES,
  type Audience,
  CHANNELS,
  type Channel,
  KINDS_WITH_ATTENDANCE,
  KINDS_WITH_PETITIONS,
} from './kinds.ts';
export { formatMoney, moneyInWords } from './money.ts';
export { PETITION_STATES, type PetitionDates, type PetitionState, petitionState } from './petition.ts';
