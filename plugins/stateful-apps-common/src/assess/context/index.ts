export * from './AssessContext';
export * from './createContext';
export * from './hasData';
export * from './IdentitySlot';
export * from './isLive';
export * from './timeSince';
export * from './whyNotAsked';
export * from './whyUnknown';
