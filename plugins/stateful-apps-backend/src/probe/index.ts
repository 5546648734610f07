export * from './askMember';
export * from './Interest';
export * from './MemberProber';
export * from './probeTargets';
export * from './UsageReader';
