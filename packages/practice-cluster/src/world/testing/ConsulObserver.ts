import { TestCluster } from './TestCluster';

/** One server's own view. */
export interface ServerView {
  /** `''` when it knows none. */
  leader: string;
  peers: string[];
  /** Status by member name. */
  members: Record<string, number>;
  nodeId: string;
  /** Voters of its own raft configuration, as `agent/self` tells it. */
  voters: number;
  /** Servers of its own raft configuration. */
  servers: number;
  lastIndex: number;
  term: number;
  state: string;
}

/** Watches one Consul cluster through its servers' HTTP API. */
export class ConsulObserver {
  constructor(
    private readonly cluster: TestCluster,
    private readonly set: string,
  ) {}

  names(): string[] {
    return [0, 1, 2].map(ordinal => `${this.set}-${ordinal}`);
  }

  /** Undefined when the pod does not answer. */
  async view(pod: string): Promise<ServerView | undefined> {
    const phase = this.cluster.pod(pod)?.status;
    if (phase?.phase !== 'Running') return undefined;
    try {
      const self = await this.json(pod, '/v1/agent/self');
      const members: any[] = await this.json(pod, '/v1/agent/members');
      const configuration = self.Stats.raft.latest_configuration;
      return {
        leader: await this.json(pod, '/v1/status/leader'),
        peers: await this.json(pod, '/v1/status/peers'),
        members: Object.fromEntries(
          members.map(({ Name, Status }) => [Name, Status]),
        ),
        nodeId: self.Config.NodeID,
        voters: configuration.split('Suffrage:Voter').length - 1,
        servers: configuration.split('Suffrage:').length - 1,
        lastIndex: Number(self.Stats.raft.last_log_index),
        term: Number(self.Stats.raft.term),
        state: self.Stats.raft.state,
      };
    } catch (error) {
      if (String(error).includes('error trying to reach service')) {
        return undefined;
      }
      throw error;
    }
  }

  async views(): Promise<Array<ServerView | undefined>> {
    const views = [];
    for (const name of this.names()) views.push(await this.view(name));
    return views;
  }

  /** The server that says it leads. */
  async leader(): Promise<{ pod: string; view: ServerView } | undefined> {
    for (const pod of this.names()) {
      const view = await this.view(pod);
      if (view?.state === 'Leader') return { pod, view };
    }
    return undefined;
  }

  /** Three voters, one leader that all three know. */
  async isFull(): Promise<boolean> {
    const views = await this.views();
    return views.every(
      view =>
        view !== undefined &&
        view.leader !== '' &&
        view.leader === views[0]?.leader &&
        view.voters === 3 &&
        view.servers === 3,
    );
  }

  /** Seconds since `from` until `reached`; undefined when the limit passes. */
  async until(
    reached: () => Promise<boolean>,
    from: number,
    limit: number,
  ): Promise<number | undefined> {
    const { clock } = this.cluster;
    while (clock.now() - from < limit * 1000) {
      if (await reached()) return (clock.now() - from) / 1000;
      clock.advance(250);
    }
    return undefined;
  }

  async put(pod: string, key: string, value: string): Promise<number> {
    const { status } = await this.cluster.request(pod, `/v1/kv/${key}`, {
      method: 'PUT',
      body: value,
    });
    return status;
  }

  /** Undefined when the key is not there. */
  async get(pod: string, key: string): Promise<string | undefined> {
    const { status, text } = await this.cluster.request(
      pod,
      `/v1/kv/${key}?raw`,
    );
    return status === 200 ? text : undefined;
  }

  private async json(pod: string, path: string): Promise<any> {
    const { text } = await this.cluster.request(pod, path);
    return JSON.parse(text);
  }
}
