export * from './Check';
export * from './evidence';
export * from './firstVerdict';
