export * from './detect';
export * from './parseQuantity';
export * from './projectObject';
