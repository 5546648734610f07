/** Why addresses to join could not be found. @public */
export class DiscoveryError extends Error {}
