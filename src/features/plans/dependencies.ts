import type { Assets } from '../../ui/assets.ts';
import type { PlansContext } from './commands/context.ts';

/** What the pages of plans need besides what the deeds need. */
export interface PlansDependencies extends PlansContext {
  readonly assets: Assets;
}
