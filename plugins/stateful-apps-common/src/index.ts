export * from './annotations';
export * from './model';
