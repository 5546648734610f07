/**
 * The domain of stateful apps: what is kept of Kubernetes and of members'
 * answers, and what is concluded from it. Pure: no input or output, no clock.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './assess';
export * from './consul';
export * from './entities';
export * from './kubernetes';
export * from './labels';
export * from './model';
export * from './permissions';
export * from './web';
