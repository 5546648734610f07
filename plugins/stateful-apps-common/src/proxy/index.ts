export * from './bodyText';
export * from './readProxyFailure';
