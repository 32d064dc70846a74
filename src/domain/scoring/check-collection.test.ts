import { describe, expect, test } from 'vitest';
import { faultsOfCollection } from './check-collection.ts';
import type { InputCollection, InputDefinition } from './index.ts';
import { QD_06 } from './testing/standards.ts';

const children: InputCollection = QD_06.inputs.children_total!.collection!;

/** The standard with another collection of one input. */
const faultsWith = (input: string, changes: Partial<InputCollection>): string[] => {
  const definition: InputDefinition = QD_06.inputs[input]!;
  const inputs = {
    ...QD_06.inputs,
    [input]: { ...definition, collection: { ...definition.collection!, ...changes } },
  };
  return faultsOfCollection({ ...QD_06, inputs }).map(({ path }) => path);
};

describe('what is collected for the standard', () => {
  test('fits its inputs, and is a proposal as long as the guidance has not been seen', () => {
    expect(faultsOfCollection(QD_06)).toEqual([]);
    for (const [name, { collection }] of Object.entries(QD_06.inputs))
      expect([name, collection?.provenance.status]).toEqual([name, 'provisional']);
  });

  test('adds counts and never answers of yes and no', () => {
    expect(faultsWith('children_total', { rollUp: { places: 'any', periods: 'latest' } })).toEqual([
      'inputs.children_total.collection.rollUp.places',
    ]);
    expect(faultsWith('children_forum_held', { rollUp: { places: 'sum', periods: 'sum' } })).toEqual([
      'inputs.children_forum_held.collection.rollUp.places',
      'inputs.children_forum_held.collection.rollUp.periods',
    ]);
  });

  test('asks a yes or no of places where a yes or no is wanted of the unit', () => {
    expect(faultsWith('children_forum_held', { asked: 'count' })).toEqual([
      'inputs.children_forum_held.collection.asked',
    ]);
  });

  test('has a question where places say yes or no and the unit counts them, and nowhere else', () => {
    const { question, ...withoutQuestion } = QD_06.inputs.villages_with_play_area!.collection!;
    const inputs = {
      ...QD_06.inputs,
      villages_with_play_area: {
        ...QD_06.inputs.villages_with_play_area!,
        collection: withoutQuestion,
      },
    };
    expect(faultsOfCollection({ ...QD_06, inputs }).map(({ path }) => path)).toEqual([
      'inputs.villages_with_play_area.collection.question',
    ]);
    expect(faultsWith('children_total', { question: question! })).toEqual([
      'inputs.children_total.collection.question',
    ]);
  });

  test('divides counts only, each way once, and within the age that is counted', () => {
    expect(faultsWith('villages_with_play_area', { parts: ['female'] })).toHaveLength(1);
    expect(faultsWith('children_total', { parts: ['female', 'female'] })).toHaveLength(1);
    expect(faultsWith('under1_total', { parts: ['from_11_to_15'] })).toHaveLength(1);
    expect(faultsWith('children_total', { parts: ['under_6', 'from_6_to_10', 'from_11_to_15'] })).toEqual([]);
  });

  test('counts children under sixteen', () => {
    expect(faultsWith('children_total', { ageBand: { fromMonths: 0, belowMonths: 216 } })).toHaveLength(1);
    expect(faultsWith('children_total', { ageBand: { fromMonths: 60, belowMonths: 60 } })).toHaveLength(1);
    expect(children.ageBand).toEqual({ fromMonths: 0, belowMonths: 192 });
  });
});
