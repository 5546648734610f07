export * from './parseWebPage';
