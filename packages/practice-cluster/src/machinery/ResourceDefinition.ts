/**
 * How one resource is served.
 *
 * @public
 */
export interface ResourceDefinition {
  /** Plural name, unique over all groups. */
  name: string;
  singular: string;
  kind: string;
  /** `''` for the core group. */
  group: string;
  version: string;
  namespaced: boolean;
  shortNames?: string[];
  categories?: string[];
  /** Subresources that are served, in the order in which discovery lists them. */
  subresources?: string[];
  /** Whether `metadata.generation` counts the changes of `spec`. */
  hasGeneration?: boolean;
}
