export * from './assessConsul';
