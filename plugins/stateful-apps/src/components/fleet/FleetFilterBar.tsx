import IconButton from '@material-ui/core/IconButton';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import ClearIcon from '@material-ui/icons/Clear';
import SearchIcon from '@material-ui/icons/Search';
import {
  AppKindName,
  AppSummary,
  ClusterStatusView,
  HEALTH_STATES,
  HealthState,
  parseAppId,
} from '@stateful-apps/backstage-plugin-common';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { APP_KINDS, FleetFilters } from '../../hooks/useFleetFilters';
import { useText } from '../../hooks/useText';
import { stateLook } from '../../viewModel/stateLook';
import { toneColor } from '../useToneStyles';
import { FilterSelect } from './FilterSelect';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(2),
    },
    search: {
      flex: '1 1 220px',
      backgroundColor: theme.palette.background.paper,
    },
    label: { color: toneColor('quiet', theme) },
  }),
  { name: 'StatefulAppsFleetFilters' },
);

const TYPING_PAUSE_MS = 300;
/** The backend takes no longer ones. */
const MAX_SEARCH_LENGTH = 100;

/** Search and filters of the fleet page. */
export function FleetFilterBar(props: {
  filters: FleetFilters;
  clusters: ClusterStatusView[];
  items: AppSummary[];
  onChange: (change: FleetFilters) => void;
}) {
  const { filters, clusters, items, onChange } = props;
  const classes = useStyles();
  const t = useText();
  const [typed, setTyped] = useState(filters.search ?? '');
  useDebounce(
    () => {
      if (typed !== (filters.search ?? '')) {
        onChange({ search: typed || undefined });
      }
    },
    TYPING_PAUSE_MS,
    [typed],
  );
  const [lastSearch, setLastSearch] = useState(filters.search);
  if (lastSearch !== filters.search) {
    // Changed from outside: by the browser's back button or by clearing all filters.
    setLastSearch(filters.search);
    setTyped(filters.search ?? '');
  }
  const namespaces = [
    ...new Set(items.map(({ id }) => parseAppId(id).namespace)),
  ].sort();
  return (
    <div className={classes.root} role="search" aria-label={t('fleet.filters')}>
      <TextField
        size="small"
        variant="outlined"
        className={classes.search}
        id="stateful-apps-search"
        label={t('fleet.search')}
        inputProps={{ maxLength: MAX_SEARCH_LENGTH }}
        InputLabelProps={{ className: classes.label }}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        InputProps={{
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" aria-hidden />
            </InputAdornment>
          ),
          endAdornment: typed && (
            <IconButton
              size="small"
              aria-label={t('fleet.clearSearch')}
              onClick={() => setTyped('')}
            >
              <ClearIcon fontSize="small" />
            </IconButton>
          ),
        }}
      />
      <FilterSelect
        id="stateful-apps-cluster"
        label={t('fleet.cluster')}
        value={filters.cluster}
        options={clusters.map(({ name, title }) => ({
          value: name,
          label: title ?? name,
        }))}
        onChange={cluster => onChange({ cluster })}
      />
      <FilterSelect
        id="stateful-apps-namespace"
        label={t('fleet.namespace')}
        value={filters.namespace}
        options={namespaces.map(name => ({ value: name, label: name }))}
        onChange={namespace => onChange({ namespace })}
      />
      <FilterSelect
        id="stateful-apps-kind"
        label={t('fleet.kind')}
        value={filters.kind}
        options={APP_KINDS.map(kind => ({
          value: kind,
          label: t(`kind.${kind}`),
        }))}
        onChange={kind => onChange({ kind: kind as AppKindName | undefined })}
      />
      <FilterSelect
        id="stateful-apps-state"
        label={t('fleet.state')}
        value={filters.state}
        options={HEALTH_STATES.map(state => ({
          value: state,
          label: stateLook(state, t).word,
        }))}
        onChange={state =>
          onChange({ state: state as HealthState | undefined })
        }
      />
    </div>
  );
}
