import type { ColumnType } from 'kysely';

/** Written by the database unless given. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>;
