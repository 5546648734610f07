import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { IdentityModel } from '../viewModel/boardModel';
import { ChangingText } from './ChangingText';
import { ToneIcon } from './ToneIcon';
import { useToneStyles } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    name: {
      fontSize: '1rem',
      fontWeight: 600,
      overflowWrap: 'anywhere',
      color: theme.palette.text.primary,
    },
    state: {
      display: 'flex',
      alignItems: 'center',
      gap: 4,
      fontSize: '0.8125rem',
      fontWeight: 600,
    },
    icon: { fontSize: '1.125rem' },
    absent: { fontWeight: 400 },
    sentence: {
      marginTop: 2,
      fontSize: '0.8125rem',
      fontWeight: 400,
      lineHeight: 1.4,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'StatefulAppsIdentityHead' },
);

/** The name of an identity, its state in a word and, where there is more to say, in a sentence. */
export function IdentityHead(props: { identity: IdentityModel }) {
  const { name, word, tone, sentence, absent } = props.identity;
  const classes = useStyles();
  const tones = useToneStyles();
  return (
    <>
      <div className={classes.name}>{name}</div>
      <div className={classNames(classes.state, tones[tone])}>
        <ToneIcon tone={tone} className={classes.icon} />
        <ChangingText text={word} />
        {absent && <span className={classes.absent}>· {absent}</span>}
      </div>
      {sentence && (
        <div className={classNames(classes.sentence, tones.quiet)}>
          <ChangingText text={sentence} />
        </div>
      )}
    </>
  );
}
