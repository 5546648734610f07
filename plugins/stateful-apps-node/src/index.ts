export * from './gateway/Gateway';
export * from './gateway/GatewayError';
export * from './gateway/protocol';
export * from './permissions';
export * from './service';
