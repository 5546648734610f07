export { DefaultGateway } from './DefaultGateway';
