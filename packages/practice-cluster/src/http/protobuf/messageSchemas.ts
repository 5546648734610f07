import { MessageSchema } from './MessageSchema';

const METADATA: MessageSchema = {
  1: ['name', 'string'],
  2: ['generateName', 'string'],
  3: ['namespace', 'string'],
  5: ['uid', 'string'],
  6: ['resourceVersion', 'string'],
  11: ['labels', 'stringMap'],
  12: ['annotations', 'stringMap'],
  14: ['finalizers', 'strings'],
};

const RULE: MessageSchema = {
  1: ['verbs', 'strings'],
  2: ['apiGroups', 'strings'],
  3: ['resources', 'strings'],
  4: ['resourceNames', 'strings'],
  5: ['nonResourceURLs', 'strings'],
};

const ROLE: MessageSchema = { 1: ['metadata', METADATA], 2: ['rules', [RULE]] };

const BINDING: MessageSchema = {
  1: ['metadata', METADATA],
  2: [
    'subjects',
    [
      {
        1: ['kind', 'string'],
        2: ['apiGroup', 'string'],
        3: ['name', 'string'],
        4: ['namespace', 'string'],
      },
    ],
  ],
  3: [
    'roleRef',
    { 1: ['apiGroup', 'string'], 2: ['kind', 'string'], 3: ['name', 'string'] },
  ],
};

/**
 * The messages that kubectl sends in protobuf, by kind: those of `kubectl
 * create` and `kubectl auth`. All its other commands send JSON.
 *
 * @public
 */
export const MESSAGE_SCHEMAS: ReadonlyMap<string, MessageSchema> = new Map<
  string,
  MessageSchema
>([
  [
    'Namespace',
    {
      1: ['metadata', METADATA],
      2: ['spec', { 1: ['finalizers', 'strings'] }],
    },
  ],
  [
    'ConfigMap',
    {
      1: ['metadata', METADATA],
      2: ['data', 'stringMap'],
      3: ['binaryData', 'bytesMap'],
      4: ['immutable', 'boolean'],
    },
  ],
  [
    'Secret',
    {
      1: ['metadata', METADATA],
      2: ['data', 'bytesMap'],
      3: ['type', 'string'],
      4: ['stringData', 'stringMap'],
      5: ['immutable', 'boolean'],
    },
  ],
  ['ServiceAccount', { 1: ['metadata', METADATA] }],
  ['Role', ROLE],
  ['ClusterRole', ROLE],
  ['RoleBinding', BINDING],
  ['ClusterRoleBinding', BINDING],
  ['SelfSubjectReview', {}],
  ['SelfSubjectRulesReview', { 2: ['spec', { 1: ['namespace', 'string'] }] }],
  [
    'SelfSubjectAccessReview',
    {
      2: [
        'spec',
        {
          1: [
            'resourceAttributes',
            {
              1: ['namespace', 'string'],
              2: ['verb', 'string'],
              3: ['group', 'string'],
              4: ['version', 'string'],
              5: ['resource', 'string'],
              6: ['subresource', 'string'],
              7: ['name', 'string'],
            },
          ],
          2: [
            'nonResourceAttributes',
            { 1: ['path', 'string'], 2: ['verb', 'string'] },
          ],
        },
      ],
    },
  ],
]);
