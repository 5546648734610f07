export * from './assessApp';
export * from './history';
export { replacementView } from './identities';
export * from './summarizeApp';
export * from './thresholds';
