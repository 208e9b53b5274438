import { setTimeout as wait } from 'node:timers/promises';
import type { ClusterSite } from './cluster.ts';
import { freePort } from './freePort.ts';
import { writePlacement } from './placement.ts';
import type { Placement } from './placement.ts';
import { BootError, bootPostmaster } from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';
import type { EmbeddedPostgresOptions } from './startEmbeddedPostgres.ts';

/** A server that is brought back when it dies, on the port it had. */
export interface SupervisedServer {
  readonly port: number;
  stop(): Promise<void>;
}

const PORT_ATTEMPTS = 5;
const STILL_IN_USE_PATIENCE_MS = 20_000;
const RESTARTS_ALLOWED = 5;
const RESTARTS_COUNTED_OVER_MS = 60_000;
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Starts the server on the port asked for, or the remembered one, or a free one; then keeps it alive until `stop`. */
export async function superviseServer(
  site: ClusterSite,
  options: EmbeddedPostgresOptions,
  placement: Placement,
): Promise<SupervisedServer> {
  const { port, postmaster } = await bootOnSomePort(site, options, placement);
  if (port !== placement.port) writePlacement(options.dataDir, { ...placement, port });
  const keeper = new Keeper(site, port, options, postmaster);
  return { port, stop: () => keeper.stop() };
}

async function bootOnSomePort(site: ClusterSite, { port: asked, log }: EmbeddedPostgresOptions, placement: Placement) {
  for (let attempt = 1; ; attempt += 1) {
    // The remembered port only once: it may be taken between our look and PostgreSQL's.
    const port = asked ?? (await freePort(attempt === 1 ? placement.port : undefined));
    try {
      return { port, postmaster: await bootPatiently(site, port, log) };
    } catch (error) {
      const isPortTaken = error instanceof BootError && error.reason === 'PORT_TAKEN';
      if (!isPortTaken || asked !== undefined || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

/** The workers of a server killed with kill -9 take a moment to notice; until then its memory is in use. */
async function bootPatiently(site: ClusterSite, port: number, log: (line: string) => void): Promise<Postmaster> {
  const until = Date.now() + STILL_IN_USE_PATIENCE_MS;
  for (;;) {
    try {
      return await bootPostmaster(site, port, log);
    } catch (error) {
      if (!(error instanceof BootError) || error.reason !== 'STILL_IN_USE' || Date.now() > until) throw error;
      await wait(200);
    }
  }
}

/**
 * A signal that nobody handles kills without an `exit` event, and would leave the database behind: while a program
 * migrates or loads, it may not listen yet. As soon as somebody else does, this does nothing.
 */
function exitUnlessHandled(signal: NodeJS.Signals, number: number): void {
  if (process.listeners(signal).every((listener) => listener === exitUnlessHandled)) process.exit(128 + number);
}

class Keeper {
  private stopping: Promise<void> | undefined;
  private reviving: Promise<void> | undefined;
  private readonly deaths: number[] = [];
  private readonly onExit = () => this.postmaster.abandon();

  constructor(
    private readonly site: ClusterSite,
    private readonly port: number,
    private readonly options: EmbeddedPostgresOptions,
    private postmaster: Postmaster,
  ) {
    // A program that exits without stopping its database (an unhandled error) must not leave it behind.
    process.on('exit', this.onExit);
    for (const signal of SIGNALS) process.on(signal, exitUnlessHandled);
    this.watch();
  }

  stop(): Promise<void> {
    this.stopping ??= this.stopOnce();
    return this.stopping;
  }

  private async stopOnce(): Promise<void> {
    await this.reviving;
    await this.postmaster.stop();
    process.off('exit', this.onExit);
    for (const signal of SIGNALS) process.off(signal, exitUnlessHandled);
  }

  private watch(): void {
    void this.postmaster.exited.then((end) => {
      if (this.stopping === undefined) this.reviving = this.revive(end);
    });
  }

  private async revive(end: string): Promise<void> {
    const { log, onFailure } = this.options;
    this.deaths.push(Date.now());
    const recent = this.deaths.filter((at) => at > Date.now() - RESTARTS_COUNTED_OVER_MS);
    try {
      if (recent.length > RESTARTS_ALLOWED)
        throw new Error(`PostgreSQL stopped ${recent.length} times within a minute (${end}).`);
      log(`PostgreSQL stopped unexpectedly (${end}); starting it again.`);
      this.postmaster = await bootPatiently(this.site, this.port, log);
      log('PostgreSQL is back.');
      this.watch();
    } catch (error) {
      log(`PostgreSQL could not be started again: ${(error as Error).message}`);
      onFailure?.(error as Error);
    }
  }
}
