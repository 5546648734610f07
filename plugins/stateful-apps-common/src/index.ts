export * from './annotations';
export * from './consul';
export * from './entities';
export * from './kubernetes';
export * from './labels';
export * from './model';
export * from './permissions';
export * from './web';
