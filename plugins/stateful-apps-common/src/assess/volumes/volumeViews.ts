import { VolumeView } from '../../model';
import { AssessContext, IdentitySlot } from '../context';
import { coveringMount } from './coveringMount';
import { identityVolumes } from './identityVolumes';
import { volumeView } from './volumeView';

/** The data directory where no volume covers it: it is part of the container. */
function containerDirectory(path: string): VolumeView {
  return {
    name: path,
    mountPath: path,
    source: 'container',
    survival: 'dies-with-container',
    sentence: 'No volume: a restart of the container loses it.',
    holdsData: true,
  };
}

/**
 * The volumes of an identity; the one with the app's data stands first.
 *
 * @internal
 */
export function volumeViews(
  context: AssessContext,
  slot: IdentitySlot,
): VolumeView[] {
  const { data } = context.set.app;
  const { volumes, mounts } = identityVolumes(context, slot);
  const covering = data && coveringMount(mounts, data);
  const views: VolumeView[] = [];
  if (data && !covering) views.push(containerDirectory(data.path));
  for (const volume of volumes) {
    const holdsData = covering?.volume === volume.name;
    const mount = holdsData
      ? covering
      : mounts.find(item => item.volume === volume.name);
    const view = volumeView(context, slot, volume, mount);
    if (holdsData) {
      view.holdsData = true;
      views.unshift(view);
    } else {
      views.push(view);
    }
  }
  return views;
}
