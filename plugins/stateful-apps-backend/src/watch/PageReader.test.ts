import { Gateway, GatewayError } from '@stateful-apps/backstage-plugin-node';
import { PageReader } from './PageReader';

/** Lists `total` objects of `size` bytes; refuses pages above `refuseAbove` bytes. */
function gatewayWith(total: number, size: number, refuseAbove = Infinity) {
  const limits: number[] = [];
  const list: Gateway['list'] = async (_cluster, _resource, options = {}) => {
    const { limit = total, continueToken = '0', onSize } = options;
    limits.push(limit);
    const start = Number(continueToken);
    const items = Array.from(
      { length: Math.min(limit, total - start) },
      (_, index) => start + index,
    );
    if (items.length * size > refuseAbove) {
      throw new GatewayError('too-large', 'too large');
    }
    onSize?.(items.length * size);
    const end = start + items.length;
    return {
      metadata: {
        resourceVersion: '1',
        continue: end < total ? String(end) : '',
      },
      items,
    };
  };
  return { gateway: { list } as Gateway, limits };
}

async function read(gateway: Gateway): Promise<unknown[]> {
  const items: unknown[] = [];
  const reader = new PageReader(gateway, 'one', 'pods', undefined);
  for await (const page of reader.pages(new AbortController().signal)) {
    items.push(...page.items);
  }
  return items;
}

describe('PageReader', () => {
  it('asks for pages of about 2 MB', async () => {
    const large = gatewayWith(1000, 27_000);
    expect(await read(large.gateway)).toHaveLength(1000);
    expect(large.limits.slice(0, 2)).toEqual([250, 77]);
    const small = gatewayWith(2000, 100);
    await read(small.gateway);
    expect(small.limits).toEqual([250, 500, 500, 500, 500]);
  });

  it('asks for less where a page is too large, down to one object', async () => {
    const { gateway, limits } = gatewayWith(20, 1000, 1500);
    expect(await read(gateway)).toEqual(
      Array.from({ length: 20 }, (_, i) => i),
    );
    expect(limits).toContain(1);
    await expect(read(gatewayWith(2, 1000, 500).gateway)).rejects.toThrow(
      'too large',
    );
  });

  it('takes a list without objects, and nothing that is not a list', async () => {
    const answers = (answer: unknown) =>
      ({ list: async () => answer } as unknown as Gateway);
    const metadata = { resourceVersion: '1' };
    expect(await read(answers({ metadata, items: null }))).toEqual([]);
    for (const odd of [null, [], {}, { items: [] }, { metadata, items: {} }]) {
      await expect(read(answers(odd))).rejects.toMatchObject({
        reason: 'malformed',
      });
    }
  });
});
