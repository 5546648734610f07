import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { toneColor } from '../useToneStyles';

const ANY = '*';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 132, backgroundColor: theme.palette.background.paper },
    label: { color: toneColor('quiet', theme) },
  }),
  { name: 'StatefulAppsFilterSelect' },
);

/** One filter; a value from the URL that is not among the options is still shown. */
export function FilterSelect(props: {
  id: string;
  label: string;
  value: string | undefined;
  options: Array<{ value: string; label: string }>;
  onChange: (value: string | undefined) => void;
}) {
  const { id, label, value, options, onChange } = props;
  const classes = useStyles();
  const t = useText();
  const isListed = options.some(option => option.value === value);
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      className={classes.root}
      id={id}
      label={label}
      InputLabelProps={{ className: classes.label }}
      value={value ?? ANY}
      // The name of the select is not tied to its label by Material UI itself.
      SelectProps={{
        SelectDisplayProps: { 'aria-labelledby': `${id}-label ${id}` },
      }}
      onChange={event =>
        onChange(event.target.value === ANY ? undefined : event.target.value)
      }
    >
      <MenuItem value={ANY}>{t('fleet.any')}</MenuItem>
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
      {value !== undefined && !isListed && (
        <MenuItem value={value}>{value}</MenuItem>
      )}
    </TextField>
  );
}
