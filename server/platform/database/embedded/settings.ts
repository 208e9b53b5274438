/** What differs from PostgreSQL's own defaults, in the terms of postgresql.conf. */
export interface ServerSettings {
  /** Folder of the server's own log. */
  readonly logs: string;
  /** false: a throw-away database for tests, fast because it forgets everything in a crash. */
  readonly durable: boolean;
}

/**
 * The text of `jalon.conf`, included last by postgresql.conf; an operator's `alter system` still wins.
 * Nothing of a person may reach the server's log: statements, their parameters, the details of errors
 * ("Key (number)=(…) already exists") and errors themselves, which quote values, stay out of it.
 */
export function serverSettings({ logs, durable }: ServerSettings): string {
  const settings = {
    unix_socket_directories: '',
    max_connections: durable ? 60 : 100,
    shared_buffers: durable ? '256MB' : '128MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    ...(durable ? {} : { wal_level: 'minimal', max_wal_senders: 0 }),
    logging_collector: 'on',
    log_directory: logs.replaceAll('\\', '/'),
    // One file per day of the week, emptied when its day comes round again.
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: 0,
    log_statement: 'none',
    log_min_duration_statement: -1,
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`);
  return `# Written by Jalon at every start: change settings with "alter system", not here.\n${lines.join('\n')}\n`;
}
