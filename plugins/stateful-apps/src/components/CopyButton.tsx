import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import FileCopyOutlinedIcon from '@material-ui/icons/FileCopyOutlined';
import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useText } from '../hooks/useText';

const useStyles = makeStyles(
  { button: { padding: 4 }, icon: { fontSize: '1rem' } },
  { name: 'StatefulAppsCopyButton' },
);

/** Copies a text; its tooltip shows the text, then whether it was copied. */
export function CopyButton(props: { text: string; label: string }) {
  const { text, label } = props;
  const classes = useStyles();
  const t = useText();
  const [{ error, value }, copy] = useCopyToClipboard();
  const [isCopied, setCopied] = useState(false);
  const onClick = () => {
    copy(text);
    setCopied(true);
  };
  let title = text;
  if (isCopied && error) title = t('copy.failed', { text });
  else if (isCopied && value === text) title = t('copy.done');
  return (
    <Tooltip title={title} onClose={() => setCopied(false)}>
      <IconButton
        className={classes.button}
        aria-label={label}
        onClick={onClick}
      >
        <FileCopyOutlinedIcon className={classes.icon} />
      </IconButton>
    </Tooltip>
  );
}
