import { StateCommand, StateData } from './StateData';

/**
 * The state machine: what one log entry makes of the state. `done` is false
 * when a compare-and-set found another index.
 *
 * @public
 */
export function applyCommand(
  data: StateData,
  command: StateCommand,
  index: number,
): { data: StateData; done: boolean } {
  switch (command.kind) {
    case 'kv-set': {
      const before = data.kv.get(command.key);
      if (!isExpected(command.cas, before?.modifyIndex)) {
        return { data, done: false };
      }
      const kv = new Map(data.kv);
      kv.set(command.key, {
        value: command.value,
        flags: command.flags,
        createIndex: before?.createIndex ?? index,
        modifyIndex: index,
      });
      return { data: { ...data, kv }, done: true };
    }
    case 'kv-delete': {
      const before = data.kv.get(command.key);
      if (command.cas && !isExpected(command.cas, before?.modifyIndex)) {
        return { data, done: false };
      }
      const kv = new Map(data.kv);
      for (const key of data.kv.keys()) {
        const hit = command.recurse
          ? key.startsWith(command.key)
          : key === command.key;
        if (hit) kv.delete(key);
      }
      return { data: { ...data, kv }, done: true };
    }
    case 'register': {
      const { name, id, address } = command;
      const before = data.nodes.get(name);
      const nodes = new Map(data.nodes);
      const createIndex = before?.id === id ? before.createIndex : index;
      nodes.set(name, { id, address, createIndex, modifyIndex: index });
      return { data: { ...data, nodes }, done: true };
    }
    case 'deregister': {
      const before = data.nodes.get(command.name);
      if (!before || (command.id && before.id !== command.id)) {
        return { data, done: true };
      }
      const nodes = new Map(data.nodes);
      nodes.delete(command.name);
      return { data: { ...data, nodes }, done: true };
    }
    default:
      return { data, done: true };
  }
}

/** 0 asks that there is no entry yet. */
function isExpected(cas: number | undefined, index: number | undefined) {
  return cas === undefined || cas === (index ?? 0);
}
