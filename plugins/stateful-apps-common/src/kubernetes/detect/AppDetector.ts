import { DetectedApp } from '../../model';
import { TemplateContainer } from './TemplateContainer';

/**
 * Recognises one kind of app by the pod template of its StatefulSet.
 *
 * @public
 */
export interface AppDetector {
  kind: DetectedApp['kind'];
  /** @returns what it found, or `undefined` where the template runs something else. Does not throw. */
  detect(containers: readonly TemplateContainer[]): DetectedApp | undefined;
}
