export * from './legacy/index';
