export * from './EntityLike';
export * from './parseStatefulSetAnnotation';
export * from './pointsBackAt';
export * from './selectAppsForEntity';
