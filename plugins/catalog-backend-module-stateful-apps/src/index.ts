/**
 * Declares the annotations of stateful apps to the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleStatefulApps as default } from './module';
