import { consulPorts } from '../consulPorts';
import { Member } from '../Member';

const STATUS = { alive: 1, leaving: 2, left: 3, failed: 4 };

/** A member as `agent/members` shows it. @public */
export function memberJson({ name, address, tags, status }: Member) {
  return {
    Name: name,
    Addr: address,
    Port: consulPorts.serfLan,
    Tags: tags,
    Status: STATUS[status],
    ProtocolMin: 1,
    ProtocolMax: 5,
    ProtocolCur: 2,
    DelegateMin: 2,
    DelegateMax: 5,
    DelegateCur: 4,
  };
}
