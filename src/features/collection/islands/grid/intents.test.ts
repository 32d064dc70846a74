import { describe, expect, it } from 'vitest';
import { intentOf } from './intents.ts';

const press = (key: string, held: Partial<Record<'ctrl' | 'shift' | 'alt', boolean>> = {}) => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  ...held,
});

describe('keys of the grid', () => {
  it.each([
    [press('ArrowDown'), { do: 'go', step: 'down', extend: false }],
    [press('ArrowDown', { shift: true }), { do: 'go', step: 'down', extend: true }],
    [press('ArrowRight', { ctrl: true }), { do: 'go', step: 'edge-right', extend: false }],
    [press('Home', { ctrl: true, shift: true }), { do: 'go', step: 'grid-begin', extend: true }],
    [press('Enter'), { do: 'commit', step: 'down' }],
    [press('Enter', { shift: true }), { do: 'commit', step: 'up' }],
    [press('Enter', { ctrl: true }), { do: 'details' }],
    [press('Tab', { shift: true }), { do: 'commit', step: 'previous' }],
    [press('Escape'), { do: 'let-go' }],
    [press('7'), { do: 'type', text: '7' }],
    [press('Delete'), { do: 'clear' }],
    [press('a', { ctrl: true }), { do: 'select-all' }],
    [press('z', { ctrl: true }), { do: 'undo' }],
    [press('Z', { ctrl: true, shift: true }), { do: 'redo' }],
    [press('y', { ctrl: true }), { do: 'redo' }],
  ])('%j', (key, intent) => {
    expect(intentOf(key, 'no')).toEqual(intent);
  });

  it('copying and pasting, the menu of the browser and single modifier keys are left alone', () => {
    for (const key of [press('c', { ctrl: true }), press('v', { ctrl: true }), press('Shift'), press('F5')])
      expect(intentOf(key, 'no')).toBeNull();
    expect(intentOf(press('ArrowLeft', { alt: true }), 'no')).toBeNull();
  });

  it('while typing over a cell arrows take it over; while editing they move in the text', () => {
    expect(intentOf(press('ArrowLeft'), 'overwrite')).toEqual({ do: 'commit', step: 'left' });
    expect(intentOf(press('ArrowLeft'), 'inside')).toBeNull();
    for (const editing of ['overwrite', 'inside'] as const) {
      expect(intentOf(press('Escape'), editing)).toEqual({ do: 'cancel' });
      expect(intentOf(press('z', { ctrl: true }), editing), 'undo within the text').toBeNull();
      expect(intentOf(press('8'), editing)).toBeNull();
    }
  });
});
