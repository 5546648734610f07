export * from './detected';
export * from './facts';
export * from './health';
export * from './inputs';
export * from './probe';
export * from './ref';
export * from './resources';
export * from './view';
