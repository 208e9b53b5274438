import Button, { type ButtonProps } from '@mui/material/Button';
import { LinkBase } from 'react-admin';

/** A link that looks like a button, because it is the main thing to do here. */
export const ButtonLink = ({ to, ...props }: ButtonProps & { to: string; state?: object }) => (
  <Button component={LinkBase} to={to} variant="contained" {...props} />
);
