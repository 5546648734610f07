import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { useState } from 'react';
import { useText } from '../hooks/useText';
import { HeadlineModel } from '../viewModel/headlineModel';
import { ToneIcon } from './ToneIcon';
import { toneColor, useToneStyles } from './useToneStyles';
import { WhyTable } from './WhyTable';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5, 2),
      borderBottom: `1px solid ${theme.palette.divider}`,
      boxShadow: 'inset 4px 0 0 currentColor',
    },
    loud: {
      backgroundColor:
        theme.palette.type === 'dark'
          ? 'rgba(255, 176, 168, 0.08)'
          : 'rgba(179, 38, 30, 0.05)',
    },
    icon: { fontSize: '1.75rem', flex: 'none' },
    text: { color: theme.palette.text.primary, minWidth: 0, flex: 1 },
    sentence: {
      margin: 0,
      fontSize: '1.0625rem',
      lineHeight: 1.5,
      overflowWrap: 'anywhere',
    },
    word: { fontWeight: 700 },
    quorum: {
      margin: 0,
      fontSize: '0.9375rem',
      color: toneColor('quiet', theme),
    },
    why: { marginLeft: -5, textTransform: 'none', fontWeight: 400 },
  }),
  { name: 'StatefulAppsHeadline' },
);

/** The one sentence on the whole app; what it rests on unfolds below. */
export function Headline(props: { headline: HeadlineModel }) {
  const { word, tone, sentence, quorum, evidence } = props.headline;
  const classes = useStyles();
  const tones = useToneStyles();
  const t = useText();
  const [isWhyShown, setWhyShown] = useState(false);
  return (
    <div
      className={classNames(classes.root, tones[tone], {
        [classes.loud]: tone === 'bad',
      })}
    >
      <ToneIcon tone={tone} className={classes.icon} />
      <div className={classes.text}>
        <div aria-live="polite">
          <p className={classes.sentence}>
            <span className={classNames(classes.word, tones[tone])}>
              {word}.
            </span>{' '}
            {sentence}
          </p>
          {quorum && <p className={classes.quorum}>{quorum}</p>}
        </div>
        {evidence.length > 0 && (
          <Button
            size="small"
            color="primary"
            className={classes.why}
            aria-expanded={isWhyShown}
            onClick={() => setWhyShown(!isWhyShown)}
          >
            {isWhyShown
              ? t('board.whyHide')
              : t('board.whyShow', { count: evidence.length })}
          </Button>
        )}
        {isWhyShown && <WhyTable evidence={evidence} />}
      </div>
    </div>
  );
}
