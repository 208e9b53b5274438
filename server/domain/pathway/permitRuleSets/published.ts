import { deepFreeze } from '../deepFreeze.ts';
import { permit2016 } from './permit2016.ts';
import { permit2018 } from './permit2018.ts';
import { permit2026 } from './permit2026.ts';
import type { PermitRuleSet } from './permitRuleSet.ts';

/** The permit rule sets, oldest first. A change of the law adds a file, and its name at the end of this line. */
export const PERMIT_RULE_SETS: readonly PermitRuleSet[] = deepFreeze([permit2016, permit2018, permit2026]);
