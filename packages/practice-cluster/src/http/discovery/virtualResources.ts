import { ResourceDefinition } from '../../machinery/ResourceDefinition';

/**
 * Resources that only answer a question: nothing of them is stored.
 *
 * @public
 */
export const VIRTUAL_RESOURCES: readonly ResourceDefinition[] = [
  {
    name: 'selfsubjectreviews',
    singular: 'selfsubjectreview',
    kind: 'SelfSubjectReview',
    group: 'authentication.k8s.io',
    version: 'v1',
    namespaced: false,
  },
  {
    name: 'selfsubjectaccessreviews',
    singular: 'selfsubjectaccessreview',
    kind: 'SelfSubjectAccessReview',
    group: 'authorization.k8s.io',
    version: 'v1',
    namespaced: false,
  },
  {
    name: 'selfsubjectrulesreviews',
    singular: 'selfsubjectrulesreview',
    kind: 'SelfSubjectRulesReview',
    group: 'authorization.k8s.io',
    version: 'v1',
    namespaced: false,
  },
];
