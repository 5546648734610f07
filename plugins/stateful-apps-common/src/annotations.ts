/** On an entity: `[cluster/]namespace/name` of its StatefulSet, several separated by commas. @public */
export const ANNOTATION_STATEFULSET = 'stateful-apps.io/statefulset';

/** On a StatefulSet, as label or annotation: the entity reference of its owner; this is what gives an owner rights. Labels cannot hold `:` and `/`, hence also {@link LABEL_ENTITY}. @public */
export const ANNOTATION_ENTITY = 'stateful-apps.io/entity';

/** On a StatefulSet: `kind.namespace.name` of its entity, all lower case. @public */
export const LABEL_ENTITY = 'stateful-apps.io/entity';

/** plugin-kubernetes' own annotations, honoured as they are. @public */
export const KUBERNETES_ID_ANNOTATION = 'backstage.io/kubernetes-id';
/** @public */
export const KUBERNETES_LABEL_SELECTOR_ANNOTATION =
  'backstage.io/kubernetes-label-selector';
/** @public */
export const KUBERNETES_NAMESPACE_ANNOTATION =
  'backstage.io/kubernetes-namespace';
/** @public */
export const KUBERNETES_CLUSTER_ANNOTATION = 'backstage.io/kubernetes-cluster';
