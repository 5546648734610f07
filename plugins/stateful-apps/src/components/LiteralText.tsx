import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    part: {
      display: 'inline-block',
      maxWidth: '100%',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'StatefulAppsLiteral' },
);

/** A name or a path that breaks at its dots and slashes before it breaks anywhere else. */
export function LiteralText(props: { text: string }) {
  const classes = useStyles();
  const parts = props.text.split(/(?<=[./])(?=[^./])/);
  return (
    <>
      {parts.map((part, index) => (
        // The parts of one name have no identity but their place.
        <span key={index} className={classes.part}>
          {part}
        </span>
      ))}
    </>
  );
}
