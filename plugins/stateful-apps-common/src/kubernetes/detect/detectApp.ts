import { DetectedApp } from '../../model';
import { AppDetector } from './AppDetector';
import { consulDetector } from './consulDetector';
import { readTemplateContainers } from './readTemplateContainers';
import { webDetector } from './webDetector';

/**
 * Who is asked, in this order; the first that recognises a template has it.
 *
 * @public
 */
export const APP_DETECTORS: readonly AppDetector[] = [
  consulDetector,
  webDetector,
];

/**
 * What a pod template runs. Does not throw.
 *
 * @param template - `.spec.template` of a StatefulSet, as parsed from JSON.
 * @public
 */
export function detectApp(template: unknown): DetectedApp {
  const containers = readTemplateContainers(template);
  for (const detector of APP_DETECTORS) {
    const app = detector.detect(containers);
    if (app) return app;
  }
  return { kind: 'other', settings: [] };
}
