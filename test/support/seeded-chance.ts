import fc from 'fast-check';

/** Any number would do: it makes every run try the same cases, so that a red run is red again. */
const SEED = 20_190_103;

/** Properties draw from one seed; `npm run stress` draws from others, to find what this one does not. */
fc.configureGlobal({ seed: Number(process.env.MANG_NON_SEED ?? SEED) });
