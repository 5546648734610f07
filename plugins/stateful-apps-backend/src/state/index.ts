export * from './AppChange';
export * from './AppRecord';
export * from './AppStore';
export * from './ClusterDirectory';
export * from './FleetKeeper';
