import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../hooks/useText';
import { Fact } from '../viewModel/Fact';
import { FactList } from './FactList';
import { Section } from './Section';
import { toneColor } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
      gap: theme.spacing(1.5, 3),
      margin: theme.spacing(1, 0, 0),
    },
    label: {
      fontSize: '0.75rem',
      fontWeight: 600,
      color: toneColor('quiet', theme),
    },
    value: { margin: 0 },
  }),
  { name: 'StatefulAppsSet' },
);

/** What the StatefulSet itself says. */
export function SetSection(props: {
  rows: Array<{ label: string; facts: Fact[] }>;
  asOf: string;
}) {
  const classes = useStyles();
  const t = useText();
  return (
    <Section title={t('board.set.title')}>
      <dl className={classes.list}>
        {props.rows.map(({ label, facts }) => (
          <div key={label}>
            <dt className={classes.label}>{label}</dt>
            <dd className={classes.value}>
              <FactList facts={facts} asOf={props.asOf} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
