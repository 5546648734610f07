export * from './Clock';
export * from './clockServiceRef';
export * from './isoTime';
export * from './systemClock';
export * from './wholeSeconds';
