export * from './annotations';
export * from './kubernetes';
export * from './model';
export * from './permissions';
