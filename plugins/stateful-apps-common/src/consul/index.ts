export * from './CONSUL_ENDPOINTS';
export * from './ConsulOperation';
export * from './parseConsulAnswer';
