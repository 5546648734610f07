import { PlaceView, PodFacts } from '../../model';
import { AssessContext, hasData } from '../context';

/** @internal */
export function placeView(
  context: AssessContext,
  pod: PodFacts | undefined,
): PlaceView | undefined {
  if (!pod?.nodeName) return undefined;
  const view: PlaceView = { node: pod.nodeName };
  const node = context.nodes.get(pod.nodeName);
  if (!node || !hasData(context, 'nodes')) return view;
  if (node.zone) view.zone = node.zone;
  view.nodeReady = node.ready;
  return view;
}
