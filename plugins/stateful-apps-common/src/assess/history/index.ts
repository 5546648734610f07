export * from './IdentityIncarnations';
export * from './nextHistory';
