/** Consul's default ports. @public */
export const consulPorts = {
  server: 8300,
  serfLan: 8301,
  serfWan: 8302,
  http: 8500,
  grpcTls: 8503,
};
