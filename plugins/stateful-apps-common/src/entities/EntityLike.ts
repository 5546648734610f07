/**
 * What is read of a catalog entity; `Entity` of `@backstage/catalog-model`
 * fits.
 *
 * @public
 */
export interface EntityLike {
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    annotations?: Record<string, string>;
  };
}
