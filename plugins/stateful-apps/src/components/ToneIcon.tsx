import { SvgIconProps } from '@material-ui/core/SvgIcon';
import AutorenewIcon from '@material-ui/icons/Autorenew';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { ComponentType } from 'react';
import { Tone } from '../viewModel/Fact';

const ICONS: Partial<Record<Tone, ComponentType<SvgIconProps>>> = {
  good: CheckCircleOutlineIcon,
  busy: AutorenewIcon,
  unknown: HelpOutlineIcon,
  warn: ReportProblemOutlinedIcon,
  bad: ErrorOutlineIcon,
};

/** The sign of a tone; its word always stands beside it, so it is not read out. */
export function ToneIcon(props: SvgIconProps & { tone: Tone }) {
  const { tone, ...rest } = props;
  const Icon = ICONS[tone];
  return Icon ? <Icon {...rest} aria-hidden /> : null;
}
