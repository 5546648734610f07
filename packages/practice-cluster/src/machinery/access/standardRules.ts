import { PolicyRule } from './PolicyRule';

const READ = ['get', 'list', 'watch'];

/** What every known user may ask, as in Kubernetes' own roles. */
const DISCOVERY: PolicyRule[] = [
  {
    verbs: ['get'],
    nonResourceURLs: [
      '/api',
      '/api/*',
      '/apis',
      '/apis/*',
      '/healthz',
      '/livez',
      '/openapi',
      '/openapi/*',
      '/readyz',
      '/version',
      '/version/',
    ],
  },
  {
    verbs: ['create'],
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
  },
  {
    verbs: ['create'],
    apiGroups: ['authentication.k8s.io'],
    resources: ['selfsubjectreviews'],
  },
];

/**
 * Rules of the three users that a practice cluster starts with. `read` sees
 * what is shown, logs among it, and no secrets; `probe` may ask members over `pods/proxy` and
 * kubelets for disk use; `admin` may do everything.
 *
 * @public
 */
export const STANDARD_RULES: {
  discovery: PolicyRule[];
  admin: PolicyRule[];
  read: PolicyRule[];
  probe: PolicyRule[];
} = {
  discovery: DISCOVERY,
  admin: [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
    { verbs: ['*'], nonResourceURLs: ['*'] },
  ],
  read: [
    ...DISCOVERY,
    // plugin-kubernetes shows logs with this credential.
    { verbs: ['get'], apiGroups: [''], resources: ['pods/log'] },
    {
      verbs: READ,
      apiGroups: [''],
      resources: [
        'pods',
        'services',
        'persistentvolumeclaims',
        'persistentvolumes',
        'nodes',
        'namespaces',
        'events',
      ],
    },
    {
      verbs: READ,
      apiGroups: ['apps'],
      resources: ['statefulsets', 'controllerrevisions'],
    },
    {
      verbs: READ,
      apiGroups: ['discovery.k8s.io'],
      resources: ['endpointslices'],
    },
    {
      verbs: READ,
      apiGroups: ['storage.k8s.io'],
      resources: ['storageclasses', 'volumeattachments'],
    },
    {
      verbs: READ,
      apiGroups: ['policy'],
      resources: ['poddisruptionbudgets'],
    },
    {
      verbs: ['get'],
      apiGroups: ['coordination.k8s.io'],
      resources: ['leases'],
      namespaces: ['kube-node-lease'],
    },
  ],
  probe: [
    ...DISCOVERY,
    {
      verbs: ['get'],
      apiGroups: [''],
      resources: ['pods/proxy', 'pods/log', 'nodes/proxy'],
    },
  ],
};
