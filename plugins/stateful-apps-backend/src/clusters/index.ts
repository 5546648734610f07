export { DefaultGateway } from './DefaultGateway';
export { gatewayServiceRef } from './gatewayServiceRef';
