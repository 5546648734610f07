export { kubernetesModuleStatefulApps as default } from './module';
export { createGatewayRouter } from './router/createGatewayRouter';
export type { GatewayRouterOptions } from './router/createGatewayRouter';
