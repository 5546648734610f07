export * from './explainClaim';
export * from './leftoverClaims';
export * from './volumeViews';
