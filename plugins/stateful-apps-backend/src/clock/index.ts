export * from './Clock';
export * from './isoTime';
export * from './systemClock';
