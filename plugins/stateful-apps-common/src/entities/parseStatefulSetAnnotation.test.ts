import fc from 'fast-check';
import { parseStatefulSetAnnotation } from './parseStatefulSetAnnotation';

describe('parseStatefulSetAnnotation', () => {
  it.each([
    ['course/consul', [{ namespace: 'course', name: 'consul' }]],
    [
      'prod/course/consul',
      [{ cluster: 'prod', namespace: 'course', name: 'consul' }],
    ],
    [
      ' course/web , Prod.EU/course/consul.v2 ',
      [
        { namespace: 'course', name: 'web' },
        { cluster: 'Prod.EU', namespace: 'course', name: 'consul.v2' },
      ],
    ],
    ['constructor/consul', [{ namespace: 'constructor', name: 'consul' }]],
  ])('reads %j', (text, refs) => {
    expect(parseStatefulSetAnnotation(text)).toEqual({ refs });
  });

  it.each([
    ['', '""'],
    ['consul', '"consul" has not two or three parts'],
    ['a/b/c/d', '"a/b/c/d" has not two or three parts'],
    ['course/consul,', '"" has not two or three parts'],
    ['Course/consul', '"Course" is no name of a namespace'],
    ['course/con_sul', '"con_sul" is no name of a StatefulSet'],
    ['course/../x', '".." is no name of a namespace'],
    ['course/', '"" is no name of a StatefulSet'],
    [' /course/consul', '"" is no name of a cluster'],
    [`course/${'x'.repeat(254)}`, 'is no name of a StatefulSet'],
    ['x'.repeat(5000), 'longer than 4096'],
    [Array(51).fill('a/b').join(','), 'more than 50'],
  ])('says what is wrong with %j, and how to write it', (text, problem) => {
    const { error } = parseStatefulSetAnnotation(text);
    expect(error).toContain('stateful-apps.io/statefulset');
    expect(error).toContain(problem);
    expect(error).toContain('[cluster/]namespace/name');
  });

  it('takes anything', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const { refs, error } = parseStatefulSetAnnotation(text);
        expect((refs === undefined) !== (error === undefined)).toBe(true);
      }),
    );
  });
});
