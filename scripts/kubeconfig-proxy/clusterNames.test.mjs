import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusterNames } from './clusterNames.mjs';

test('names can stand in URLs, and each is there once', () => {
  assert.deepEqual(
    clusterNames([
      'kind-dev',
      'kubernetes-admin@kubernetes',
      'arn:aws:eks:eu-west-1:1:cluster/Shop',
      'kind_dev',
      '@@',
      'x'.repeat(80),
    ]),
    [
      'kind-dev',
      'kubernetes-admin-kubernetes',
      'arn-aws-eks-eu-west-1-1-cluster-shop',
      'kind-dev-2',
      'cluster',
      'x'.repeat(60),
    ],
  );
});
