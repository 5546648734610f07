import { makeStyles } from '@material-ui/core/styles';
import { AppSummary, parseAppId } from '@stateful-apps/backstage-plugin-common';
import classNames from 'classnames';
import { useText } from '../hooks/useText';
import { stateLook } from '../viewModel/stateLook';
import { summarySentence } from '../viewModel/summarySentence';
import { ChangingText } from './ChangingText';
import { Squares } from './Squares';
import { ToneIcon } from './ToneIcon';
import { toneColor, useToneStyles } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1),
      minWidth: 0,
      flex: 1,
      fontFamily: theme.typography.fontFamily,
    },
    icon: { flex: 'none', fontSize: '1.375rem' },
    text: { minWidth: 0, flex: 1 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
    },
    name: { fontWeight: 600 },
    word: { fontWeight: 600, fontSize: '0.875rem' },
    sentence: { fontSize: '0.875rem', overflowWrap: 'anywhere' },
    where: { fontSize: '0.8125rem', color: toneColor('quiet', theme) },
    squares: { marginLeft: 'auto' },
  }),
  { name: 'StatefulAppsAppLine' },
);

/** One app in two lines: name, state, squares of its identities, sentence. */
export function AppLine(props: { summary: AppSummary }) {
  const { summary } = props;
  const ref = parseAppId(summary.id);
  const classes = useStyles();
  const tones = useToneStyles();
  const t = useText();
  const { word, tone } = stateLook(summary.state, t);
  return (
    <div className={classes.root}>
      <ToneIcon tone={tone} className={classNames(classes.icon, tones[tone])} />
      <div className={classes.text}>
        <div className={classes.head}>
          <span className={classes.name}>{ref.name}</span>{' '}
          <span className={classNames(classes.word, tones[tone])}>
            <ChangingText text={word} />
          </span>{' '}
          <span className={classes.where}>
            {t('board.subtitle', { ...ref })}
          </span>
          <span className={classes.squares}>
            <Squares identities={summary.identities} />
          </span>
        </div>
        <div className={classes.sentence}>
          <ChangingText text={summarySentence(summary, t)} />
        </div>
      </div>
    </div>
  );
}
