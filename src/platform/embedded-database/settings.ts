/** What differs between clusters. */
export interface ClusterSettings {
  /** Port on 127.0.0.1. */
  port: number;
  /** False only for test clusters, where a crash of the machine may lose everything. */
  fsync: boolean;
  /** File of an operator's own settings, read last; null when there is none. */
  localSettings: string | null;
}

/**
 * The whole postgresql.conf of a cluster. Sized for one commune's PC: the database and the program together
 * stay under 150 MB when idle.
 */
export function databaseSettings({ port, fsync, localSettings }: ClusterSettings): string {
  const settings: Record<string, string | number> = {
    // Loopback only: no other machine may knock, and no socket file lies about.
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: 40,
    superuser_reserved_connections: 3,

    shared_buffers: '32MB',
    work_mem: '8MB',
    maintenance_work_mem: '32MB',
    effective_cache_size: '512MB',
    huge_pages: 'off',
    jit: 'off',
    random_page_cost: 1.1,

    // Each background process costs memory; reads are too small to gain by several.
    io_method: 'sync',
    max_worker_processes: 2,
    max_parallel_workers: 2,
    max_parallel_workers_per_gather: 0,
    max_logical_replication_workers: 0,
    autovacuum_max_workers: 1,
    autovacuum_worker_slots: 1,

    // A confirmed change is on disk. There is no replica to feed.
    fsync: fsync ? 'on' : 'off',
    synchronous_commit: fsync ? 'on' : 'off',
    full_page_writes: fsync ? 'on' : 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    wal_compression: 'on',
    wal_buffers: '1MB',
    min_wal_size: '32MB',
    max_wal_size: '512MB',
    checkpoint_timeout: '10min',

    // The log names events, never contents: statements hold people's data.
    log_destination: 'stderr',
    logging_collector: 'off',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_checkpoints: 'off',
    log_autovacuum_min_duration: -1,
    log_line_prefix: '%m [%p] ',
    log_timezone: 'Asia/Ho_Chi_Minh',

    timezone: 'Asia/Ho_Chi_Minh',
    datestyle: 'iso, dmy',
    lc_messages: 'C',
    lc_monetary: 'C',
    lc_numeric: 'C',
    lc_time: 'C',
    default_text_search_config: 'pg_catalog.simple',
    // A role that the program makes for its own use can at once be taken on with SET ROLE.
    createrole_self_grant: 'set, inherit',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return [
    '# Măng Non ghi lại tệp này mỗi lần khởi động; đặt thiết lập riêng trong postgresql.local.conf bên cạnh.',
    ...lines,
    ...(localSettings ? [`include = '${localSettings}'`] : []),
    '',
  ].join('\n');
}
