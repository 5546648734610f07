export * from './AppSources';
export * from './gatherInputs';
export * from './entityRefsOf';
