/** Settings of an agent, as its arguments give them. @public */
export interface AgentConfig {
  server: boolean;
  /** 0 for a client. */
  bootstrapExpect: number;
  dataDirectory: string;
  datacenter: string;
  nodeName: string;
  /** Address of the HTTP API. */
  clientAddress: string;
  /** Each a host, an address, or `provider=k8s ...`. */
  retryJoin: readonly string[];
  ui: boolean;
  /** `-dev`: one server that leads itself and keeps nothing. */
  dev: boolean;
}
