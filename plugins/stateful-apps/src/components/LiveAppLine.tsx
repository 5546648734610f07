import {
  AppSummary,
  parseAppId,
  summarizeApp,
} from '@stateful-apps/backstage-plugin-common';
import { useStatefulApp } from '../hooks/useStatefulApp';
import { AppLine } from './AppLine';
import { LiveAge } from './LiveAge';

/** One app in a few words, live; shares its stream with the board. */
export function LiveAppLine(props: { summary: AppSummary }) {
  const state = useStatefulApp(parseAppId(props.summary.id));
  const view = 'data' in state ? state.data : undefined;
  return (
    <div>
      <AppLine summary={view ? summarizeApp(view) : props.summary} />
      <LiveAge state={state} />
    </div>
  );
}
