/** A link of a row of tabs, each with its address. */
export const TAB = {
  display: 'block',
  px: 1.5,
  py: 1,
  fontWeight: 600,
  textDecoration: 'none',
  borderBottom: '3px solid transparent',
  '&[aria-current]': { borderBottomColor: 'primary.main' },
  // In forced colours an edge is drawn even where it is transparent: only the current part keeps it.
  '@media (forced-colors: active)': { '&:not([aria-current])': { borderBottomColor: 'Canvas' } },
  '&:hover': { textDecoration: 'underline' },
} as const;
