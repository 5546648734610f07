import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../hooks/useText';
import { Notice } from '../viewModel/noticesModel';
import { ToneIcon } from './ToneIcon';
import { toneColor, useToneStyles } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.25, 2),
      borderBottom: `1px solid ${theme.palette.divider}`,
      fontSize: '0.875rem',
    },
    icon: { fontSize: '1.25rem', flex: 'none', marginLeft: 4, marginRight: 4 },
    title: { fontWeight: 600 },
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      color: toneColor('quiet', theme),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'StatefulAppsNotices' },
);

/** What could not be read, and why. */
export function Notices(props: { notices: Notice[] }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const t = useText();
  if (props.notices.length === 0) return null;
  return (
    <div className={classes.root}>
      <ToneIcon tone="unknown" className={`${classes.icon} ${tones.unknown}`} />
      <div>
        <div className={classes.title}>{t('board.notices.title')}</div>
        <ul className={classes.list}>
          {props.notices.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
