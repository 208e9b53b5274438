import { deepFreeze } from '../deepFreeze.ts';
import { cir2016 } from './cir2016.ts';
import { cir2019 } from './cir2019.ts';
import { cir2022 } from './cir2022.ts';
import { cir2025 } from './cir2025.ts';
import type { ContractRuleSet } from './contractRuleSet.ts';

/** The contract rule sets, oldest first. A change of the law adds a file, and its name at the end of this line. */
export const CONTRACT_RULE_SETS: readonly ContractRuleSet[] = deepFreeze([cir2016, cir2019, cir2022, cir2025]);
