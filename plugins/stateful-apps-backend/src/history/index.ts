export * from './AppHistory';
export * from './DatabaseHistoryStore';
export * from './HistoryKeeper';
export * from './HistoryStore';
export * from './scheduleRetention';
