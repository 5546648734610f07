import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyRefused } from './whyRefused.mjs';

const ask = (pathname, method = 'GET', role = 'probe') =>
  whyRefused({ role, method, pathname });

test('reads of objects, lists, logs and members pass', () => {
  for (const path of [
    '/api/v1/pods',
    '/apis/apps/v1/namespaces/course/statefulsets/consul',
    '/api/v1/namespaces/course/pods/consul-0/log',
    '/api/v1/namespaces/course/pods/http:consul-0:8500/proxy/v1/status/leader',
    '/api/v1/nodes/node-1/proxy/stats/summary',
    '/api/v1/namespaces/secrets',
    '/version',
  ]) {
    assert.equal(ask(path), undefined, path);
  }
  assert.equal(ask('/api/v1/pods', 'HEAD'), undefined);
});

test('every write is refused with a sentence that names it', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT']) {
    assert.match(
      ask('/api/v1/pods', method),
      new RegExp(`${method} is refused`),
    );
  }
});

test('ways into containers are refused', () => {
  for (const way of ['exec', 'attach', 'portforward']) {
    assert.match(
      ask(`/api/v1/namespaces/course/pods/consul-0/${way}`),
      /connections into containers/,
    );
  }
});

test('Secrets are refused in every spelling of their path', () => {
  for (const path of [
    '/api/v1/secrets',
    '/api/v1/namespaces/course/secrets',
    '/api/v1/namespaces/course/secrets/token',
    '/api/v1/watch/secrets',
    '/api/v1/watch/namespaces/course/secrets',
    '/api/v1/namespaces/course/%73ecrets',
  ]) {
    assert.match(ask(path), /Secrets are not read/, path);
  }
});

test('kubelets and Services are no way around', () => {
  for (const path of ['/run/x/y/z', '', '/']) {
    assert.match(ask(`/api/v1/nodes/node-1/proxy${path}`), /stats\/summary/);
  }
  assert.match(
    ask('/api/v1/namespaces/course/services/consul/proxy/v1/kv/x'),
    /Services are not asked/,
  );
});

test('a path that is not in its normal form is refused', () => {
  for (const path of [
    '/api/v1/pods/../secrets',
    '/api/v1/pods/%2e%2e/secrets',
    '/api//v1/secrets',
    '/api/v1/%2573ecrets',
    '/api/v1/%zz',
    '/api\\v1\\secrets',
  ]) {
    assert.match(ask(path), /This proxy only reads/, path);
  }
});

test('members are for the gateway, and it asks them for nothing but their state and their page', () => {
  const member = '/api/v1/namespaces/course/pods/http:consul-0:8500/proxy';
  for (const path of [
    `${member}/`,
    `${member}/v1/agent/self`,
    '/api/v1/nodes/node-1/proxy/stats/summary',
  ]) {
    assert.equal(ask(path), undefined, path);
    assert.match(ask(path, 'GET', 'read'), /gateway of stateful apps/, path);
  }
  for (const path of ['/v1/kv/', '/v1/kv/secret', '/v1/snapshot', '/admin']) {
    assert.match(ask(member + path), /only their state/, path);
  }
});
