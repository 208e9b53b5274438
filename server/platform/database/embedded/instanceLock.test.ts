import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AlreadyRunningError, findRunningInstance, takeInstanceLock } from './instanceLock.ts';
import { identifyProcess, isStillRunning } from './processIdentity.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is taken once, seen by others, and taken again after its release', () => {
    const lock = takeInstanceLock(folder);
    expect(() => takeInstanceLock(folder)).toThrow(AlreadyRunningError);
    expect(findRunningInstance(folder)?.pid).toBe(process.pid);

    lock.release();
    expect(findRunningInstance(folder)).toBeUndefined();
    takeInstanceLock(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('left by a dead process, is taken over', () => {
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: dead, startedAt: 'long ago' }));
    takeInstanceLock(folder).release();
  });

  test('left by a dead process whose number another has now, is taken over', () => {
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: process.pid, startedAt: 'before a reboot' }));
    expect(findRunningInstance(folder)).toBeUndefined();
    takeInstanceLock(folder).release();
  });

  test('half written by a power cut, is taken over', () => {
    writeFileSync(join(folder, 'running.json'), '{"pid":');
    takeInstanceLock(folder).release();
  });

  test('taken over by another, is not released by its former holder', () => {
    const lock = takeInstanceLock(folder);
    const other = JSON.stringify({ pid: process.ppid, startedAt: identifyProcess(process.ppid)?.startedAt ?? '' });
    writeFileSync(join(folder, 'running.json'), other);
    lock.release();
    expect(findRunningInstance(folder)?.pid).toBe(process.ppid);
  });
});

describe('a process', () => {
  test('is known while it lives, and not by a number it no longer has', () => {
    const self = identifyProcess(process.pid);
    expect(self).toMatchObject({ pid: process.pid });
    expect(self !== undefined && isStillRunning(self)).toBe(true);
    expect(isStillRunning({ pid: process.pid, startedAt: 'another time' })).toBe(false);
    expect(identifyProcess(spawnSync(process.execPath, ['-e', '0']).pid)).toBeUndefined();
  });
});
