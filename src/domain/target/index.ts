export {
  judgeTarget,
  type TargetFigure,
  type TargetGoal,
  type TargetJudgement,
  type TargetVerdict,
} from './target.ts';
