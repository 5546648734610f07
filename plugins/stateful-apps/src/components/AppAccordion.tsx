import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { AppSummary, parseAppId } from '@stateful-apps/backstage-plugin-common';
import { useState } from 'react';
import { AppBoard } from './AppBoard';
import { AppLine } from './AppLine';

const useStyles = makeStyles(
  { details: { display: 'block', padding: 0 } },
  { name: 'StatefulAppsAccordion' },
);

/** One of several apps; its board, and its stream, only while it is unfolded. */
export function AppAccordion(props: { summary: AppSummary; isFirst: boolean }) {
  const { summary } = props;
  const classes = useStyles();
  const [isOpen, setOpen] = useState(props.isFirst);
  return (
    <Accordion
      variant="outlined"
      expanded={isOpen}
      onChange={(_event, open) => setOpen(open)}
      TransitionProps={{ unmountOnExit: true, timeout: 150 }}
    >
      <AccordionSummary expandIcon={<ExpandMoreIcon />}>
        <AppLine summary={summary} />
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        <AppBoard app={parseAppId(summary.id)} />
      </AccordionDetails>
    </Accordion>
  );
}
