import { LiveEvent, LiveState } from './LiveState';

/** The state after an event. */
export function liveReducer<TData>(
  state: LiveState<TData>,
  event: LiveEvent<TData>,
): LiveState<TData> {
  switch (event.type) {
    case 'received':
      return {
        status: 'live',
        data: event.data,
        provenAt: event.at,
        transport: event.transport,
      };
    case 'heartbeat': {
      const kept = keptData(state);
      return kept
        ? {
            status: 'live',
            data: kept.data,
            provenAt: event.at,
            transport: 'stream',
          }
        : state;
    }
    case 'silent': {
      const kept = keptData(state);
      return kept ? { status: 'stale', ...kept } : state;
    }
    case 'lost': {
      // What is gone stays gone until it is seen again: not finding it is no trouble of the connection.
      if (state.status === 'gone') return state;
      const { error, retryAt } = event;
      const kept = keptData(state);
      return kept
        ? { status: 'reconnecting', ...kept, error, retryAt }
        : { status: 'failed', error, retryAt };
    }
    case 'paused': {
      const kept = keptData(state);
      return kept && state.status !== 'gone'
        ? { status: 'paused', ...kept }
        : state;
    }
    case 'gone':
      return { status: 'gone', reason: event.reason, ...keptData(state) };
    default:
      return state;
  }
}

function keptData<TData>(
  state: LiveState<TData>,
): { data: TData; provenAt: number } | undefined {
  if (!('data' in state) || state.data === undefined) return undefined;
  return { data: state.data, provenAt: state.provenAt ?? 0 };
}
