export * from './AppDetector';
export * from './consulDetector';
export * from './detectApp';
export * from './TemplateContainer';
export * from './webDetector';
