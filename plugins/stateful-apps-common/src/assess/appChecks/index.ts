export * from './AppCase';
export * from './assessVerdict';
