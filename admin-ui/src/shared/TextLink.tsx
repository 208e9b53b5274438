import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { LinkBase } from 'react-admin';

interface TextLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly label?: string;
}

/** A link of the application, underlined: colour alone does not tell a link (RGAA 10.6). */
export const TextLink = ({ to, children, label }: TextLinkProps) => (
  <Link component={LinkBase} to={to} aria-label={label} underline="always" sx={{ fontWeight: 600 }}>
    {children}
  </Link>
);
