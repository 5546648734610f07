import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { AppRef, AppView } from '@stateful-apps/backstage-plugin-common';
import { useMemo } from 'react';
import { useStatefulApp } from '../hooks/useStatefulApp';
import { useText } from '../hooks/useText';
import { boardModel } from '../viewModel/boardModel';
import { headlineModel } from '../viewModel/headlineModel';
import { noticesModel } from '../viewModel/noticesModel';
import { setFacts } from '../viewModel/setFacts';
import { Board } from './Board';
import { Headline } from './Headline';
import { History } from './History';
import { LeftoverClaims } from './LeftoverClaims';
import { LiveAge } from './LiveAge';
import { Notices } from './Notices';
import { OtherMembers } from './OtherMembers';
import { SetSection } from './SetSection';
import { Settings } from './Settings';
import { BoardSkeleton } from './states/BoardSkeleton';
import { Failed } from './states/Failed';
import { Gone } from './states/Gone';
import { toneColor } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    root: {
      marginBottom: theme.spacing(3),
      overflow: 'hidden',
      fontFamily: theme.typography.fontFamily,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(1.5, 2),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    title: { fontSize: '1.25rem', fontWeight: 600 },
    where: {
      marginLeft: theme.spacing(1),
      fontSize: '0.875rem',
      fontWeight: 400,
      color: toneColor('quiet', theme),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'StatefulAppsAppBoard' },
);

/** Everything about one app, live. */
export function AppBoard(props: { app: AppRef }) {
  const { app } = props;
  const classes = useStyles();
  const t = useText();
  const state = useStatefulApp(app);
  if (state.status === 'connecting') return <BoardSkeleton />;
  if (state.status === 'failed') return <Failed error={state.error} />;
  return (
    <Paper variant="outlined" component="article" className={classes.root}>
      <header className={classes.head}>
        <Typography component="h2" className={classes.title}>
          {app.name}
          <span className={classes.where}>
            {t('board.subtitle', { ...app })}
          </span>
        </Typography>
        <LiveAge state={state} />
      </header>
      {state.status === 'gone' && (
        <Gone
          app={app}
          reason={state.reason}
          isLastSeenBelow={state.data !== undefined}
        />
      )}
      {state.data && <AppBoardBody view={state.data} />}
    </Paper>
  );
}

function AppBoardBody(props: { view: AppView }) {
  const { view } = props;
  const t = useText();
  const models = useMemo(
    () => ({
      headline: headlineModel(view, t),
      notices: noticesModel(view, t),
      board: boardModel(view, t),
      set: setFacts(view, t),
    }),
    [view, t],
  );
  return (
    <>
      <Headline headline={models.headline} />
      <Notices notices={models.notices} />
      <Board
        app={view.ref}
        caption={t('board.caption', { app: view.ref.name })}
        board={models.board}
        asOf={view.asOf}
      />
      <OtherMembers members={view.otherMembers} />
      <LeftoverClaims claims={view.leftoverClaims} />
      <History view={view} />
      <SetSection rows={models.set} asOf={view.asOf} />
      <Settings settings={view.settings} />
    </>
  );
}
