import { useNow } from '../hooks/useNow';
import { useText } from '../hooks/useText';
import { formatAge } from '../viewModel/formatAge';

/** How long ago an instant was, kept up to date. */
export function Age(props: { instant: string }) {
  const t = useText();
  const instant = Date.parse(props.instant);
  const age = useNow(now => formatAge(now - instant, t));
  if (Number.isNaN(instant)) return null;
  return (
    <time dateTime={props.instant} title={new Date(instant).toLocaleString()}>
      {age}
    </time>
  );
}
