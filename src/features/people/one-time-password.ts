import { randomInt } from 'node:crypto';

/**
 * No look-alikes (0/o, 1/l/i, 5/s, 2/z, 9/q …), and no vowel, "w" or "d": typing aids for Vietnamese (Telex, VNI) turn
 * only those into other letters, also in a password field.
 */
const SIGNS = 'cfhjkmnprtvx23456789';
const GROUPS = 3;
const SIGNS_OF_GROUP = 4;

/** A password to be read out or copied once, for example `k7mx-42hp-9rtc`; 51 bits, from the system's own randomness. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: SIGNS_OF_GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
