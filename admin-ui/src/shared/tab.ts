/** A link of a row of tabs, each with its address. */
export const TAB = {
  display: 'block',
  px: 1.5,
  py: 1,
  fontWeight: 600,
  textDecoration: 'none',
  borderBottom: '3px solid transparent',
  '&[aria-current]': { borderBottomColor: 'primary.main' },
  '&:hover': { textDecoration: 'underline' },
} as const;
