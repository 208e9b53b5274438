import Box from '@mui/material/Box';
import MenuItem, { type MenuItemProps } from '@mui/material/MenuItem';

interface MenuRadioProps extends MenuItemProps {
  readonly isChosen: boolean;
}

/** One of several, in a menu: chosen for the eye by a sign, not by a ground that could hardly be told from the others. */
export const MenuRadio = ({ isChosen, children, ...props }: MenuRadioProps) => (
  <MenuItem {...props} role="menuitemradio" aria-checked={isChosen}>
    <Box component="span" aria-hidden="true" sx={{ width: '1.5rem', fontWeight: 700 }}>
      {isChosen ? '✓' : ''}
    </Box>
    {children}
  </MenuItem>
);
