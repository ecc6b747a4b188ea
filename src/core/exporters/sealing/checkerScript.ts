/** Put in by the build and by the tests' set-up (scripts/bundleChecker.mjs): the bundle of src/checker. */
declare const __CHECKER_SCRIPT__: string

export const checkerScript = __CHECKER_SCRIPT__
