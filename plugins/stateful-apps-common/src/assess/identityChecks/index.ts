export * from './assessIdentity';
export * from './IdentityCase';
