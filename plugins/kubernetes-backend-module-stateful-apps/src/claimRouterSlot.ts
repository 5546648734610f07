import {
  KubernetesRouterExtensionPoint,
  KubernetesRouterFactory,
} from '@backstage/plugin-kubernetes-node';

/** Takes plugin-kubernetes' one router slot, or throws with what to do if another module has it. */
export function claimRouterSlot(
  slot: KubernetesRouterExtensionPoint,
  factory: KubernetesRouterFactory,
): void {
  try {
    slot.addRouter(factory);
  } catch (error) {
    throw new Error(
      "Another module already has plugin-kubernetes' one router slot. Remove the stateful-apps module from the backend, and in that other module's router factory mount what createGatewayRouter of @stateful-apps/backstage-plugin-kubernetes-backend-module returns, before its own routes.",
      { cause: error },
    );
  }
}
