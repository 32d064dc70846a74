import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { inProject } from './project.mjs';

/** Of a long comparison the first lines tell enough; the whole of it stands where vitest printed it. */
const LINES_OF_AN_ERROR = 25;

/** Where the outcome of a part of the tests is written. */
export function outcomeFile(project) {
  return inProject('test-results', `${project}.json`);
}

/**
 * A reporter of vitest that writes how a run ended, for `npm test` to count and to repeat at its end:
 * `{ passed, skipped: [name], failures: [{ name, message }] }`. A file that breaks before its first test is a failure, and
 * so is an error that no test caught.
 */
export default class OutcomeReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const outcome = { passed: 0, skipped: [], failures: [] };
    const fails = (name, errors) =>
      outcome.failures.push({ name, message: errors.map(shortened).join('\n\n') });
    for (const module of modules) {
      const suites = [module, ...module.children.allSuites()];
      for (const suite of suites) {
        if (suite.errors().length > 0) fails(named(module, suite), suite.errors());
      }
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'passed') outcome.passed += 1;
        else if (state === 'failed') fails(named(module, test), errors);
        else outcome.skipped.push(named(module, test));
      }
    }
    if (unhandledErrors.length > 0) fails('outside of every test', unhandledErrors);
    const file = outcomeFile(modules[0]?.project.name ?? 'none');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(outcome, undefined, 2));
  }
}

function named(module, { fullName }) {
  return fullName === undefined ? module.relativeModuleId : `${module.relativeModuleId} > ${fullName}`;
}

function shortened({ name = 'Error', message = '', stack = '', diff = '' }) {
  const where = stack
    .split('\n')
    .filter((line) => /^\s*at .*\.tsx?:\d/.test(line) && !line.includes('node_modules'));
  const lines = stripVTControlCharacters(
    [`${name}: ${message}`, diff, ...where].filter(Boolean).join('\n'),
  ).split('\n');
  return lines.length > LINES_OF_AN_ERROR
    ? [...lines.slice(0, LINES_OF_AN_ERROR), '…'].join('\n')
    : lines.join('\n');
}
