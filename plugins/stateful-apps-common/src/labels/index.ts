export * from './matchesLabels';
export * from './parseLabelSelector';
