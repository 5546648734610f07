import { parseAppId, stringifyAppRef } from './ref';

describe('parseAppId', () => {
  it.each(['east', 'arn:aws:eks:eu-west-1:1:cluster/east'])(
    'gives back the app of cluster %s',
    cluster => {
      const ref = { cluster, namespace: 'course', name: 'consul.v2' };
      expect(parseAppId(stringifyAppRef(ref))).toEqual(ref);
    },
  );

  it.each(['', 'consul', 'course/consul', '/course/consul', 'east//consul'])(
    'refuses %j',
    id => {
      expect(() => parseAppId(id)).toThrow(/not the id of an app/);
    },
  );
});
