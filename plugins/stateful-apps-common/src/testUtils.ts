/**
 * Whole clusters for tests and for the dev app.
 *
 * @packageDocumentation
 */
export * from './__fixtures__';
