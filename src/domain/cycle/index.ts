export * from './criterion-state.ts';
export * from './locking.ts';
