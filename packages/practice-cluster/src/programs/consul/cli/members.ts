import { ProcessContext } from '../../Command';
import { readAgent } from './readAgent';
import { table } from './table';

const STATUS = ['none', 'alive', 'leaving', 'left', 'failed'];

const HEAD = [
  'Node',
  'Address',
  'Status',
  'Type',
  'Build',
  'Protocol',
  'DC',
  'Partition',
  'Segment',
];

/** `consul members [-detailed]`. @public */
export function members(context: ProcessContext, args: readonly string[]) {
  const detailed = args.some(arg => /^--?detailed$/.test(arg));
  readAgent(
    context,
    '/v1/agent/members?segment=_all',
    'Error retrieving members',
    (list: any[]) => {
      const rows = detailed
        ? [['Node', 'Address', 'Status', 'Tags'], ...list.map(detailedRow)]
        : [HEAD, ...list.map(row)];
      context.stdout(table(rows));
      context.exit(0);
    },
  );
}

function row({ Name, Addr, Port, Status, Tags }: any): string[] {
  const isServer = Tags.role === 'consul';
  return [
    Name,
    `${Addr}:${Port}`,
    STATUS[Status],
    isServer ? 'server' : 'client',
    Tags.build.split(':')[0],
    Tags.vsn,
    Tags.dc,
    'default',
    isServer ? '<all>' : '<default>',
  ];
}

function detailedRow({ Name, Addr, Port, Status, Tags }: any): string[] {
  const shown = {
    ...Tags,
    ap: 'default',
    segment: Tags.role === 'consul' ? '<all>' : '<default>',
  };
  const tags = Object.keys(shown)
    .sort()
    .map(name => `${name}=${shown[name]}`)
    .join(',');
  return [Name, `${Addr}:${Port}`, STATUS[Status], tags];
}
