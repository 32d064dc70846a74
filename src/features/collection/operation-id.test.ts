import { expect, it } from 'vitest';
import { operationIdOf } from './operation-id.ts';

it('an operation of the same origin has the same id, of another another, and each is a UUID', () => {
  const id = operationIdOf('a', 'b', 'c');
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(operationIdOf('a', 'b', 'c')).toBe(id);
  expect(operationIdOf('a', 'b', 'd')).not.toBe(id);
});
