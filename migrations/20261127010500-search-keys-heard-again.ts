import type { MigrationInterface, QueryRunner } from 'typeorm';
import { refillSearchKeys } from '../server/platform/database/refillSearchKeys.ts';

/** Names are heard by more rules than when their keys were written: everybody’s are written again. */
export class SearchKeysHeardAgain20261127010500 implements MigrationInterface {
  name = 'SearchKeysHeardAgain20261127010500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await refillSearchKeys(queryRunner);
  }

  /** The keys of today are of use to yesterday’s program too: none is taken away. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
