import { TestCluster } from '../../world/testing/TestCluster';

const cluster = new TestCluster(1, { world: false });
cluster.apply('pods', {
  metadata: { name: 'shell', namespace: 'course' },
  spec: {
    containers: [
      {
        name: 'main',
        image: 'alpine/git',
        command: ['sleep', 'infinity'],
        env: [{ name: 'GREETING', value: 'hello  world' }],
      },
    ],
  },
});
cluster.advance(10);

const sh = (script: string) => cluster.exec('shell', 'sh', '-c', script);

describe('sh', () => {
  it.each([
    ['echo one two', 'one two\n'],
    ['echo "$GREETING" $GREETING', 'hello  world hello world\n'],
    ["echo '$GREETING'", '$GREETING\n'],
    ['X=web-12; echo ${X##*-} ${X%%-*} ${NONE:-none}', '12 web none\n'],
    ['echo $(hostname)-x', 'shell-x\n'],
    ['false && echo no; echo yes', 'yes\n'],
    ['false || echo yes', 'yes\n'],
    ['echo a > /tmp/f; echo b >> /tmp/f; cat < /tmp/f', 'a\nb\n'],
    ['echo piped | cat', 'piped\n'],
    [
      'mkdir -p /tmp/d/e && echo x > /tmp/d/e/f && cp -r /tmp/d /tmp/g && cat /tmp/g/e/*',
      'x\n',
    ],
    ['cd /tmp && echo here > rel && cat /tmp/rel', 'here\n'],
    ['[ -f /tmp/rel ] && test ! -d /tmp/rel && echo file', 'file\n'],
    ['# nothing\necho "a # b"', 'a # b\n'],
    ['FOO=bar env | cat > /dev/null; echo $?', '0\n'],
  ])('%s', async (script, stdout) => {
    expect(await sh(script)).toMatchObject({ stdout, exitCode: 0 });
  });

  it('stops at the first failure after set -e', async () => {
    expect(await sh('set -e; false; echo no')).toMatchObject({
      stdout: '',
      exitCode: 1,
    });
  });

  it('says what it does not know', async () => {
    const loop = await sh('while true; do sleep 1; done');
    expect(loop.exitCode).toBe(2);
    expect(loop.stderr).toContain('syntax error: unexpected "while"');
    expect(await sh('nonsense')).toMatchObject({
      stderr: 'nonsense: not found\n',
      exitCode: 127,
    });
    expect(await sh('cat /nowhere')).toMatchObject({
      stderr: 'cat: /nowhere: No such file or directory\n',
      exitCode: 1,
    });
  });

  it('clones the repositories of this world, and no others', async () => {
    const cloned = await sh(
      'git clone https://github.com/course/two-sites /tmp/sites && cat /tmp/sites/1/index.html',
    );
    expect(cloned.exitCode).toBe(0);
    expect(cloned.stdout).toContain('identity 1');
    const again = await sh(
      'git clone https://github.com/course/two-sites /tmp/sites',
    );
    expect(again.exitCode).toBe(128);
    const other = await sh('git clone https://example.org/a/b');
    expect(other).toMatchObject({
      exitCode: 128,
      stderr: expect.stringContaining('Could not resolve host: example.org'),
    });
  });
});
