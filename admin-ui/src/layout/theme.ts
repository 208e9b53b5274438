import { createTheme } from '@mui/material/styles';

/** Neutral and calm, no mark of the State. Every pair of text and ground is at least 4.5:1, every edge of a control 3:1. */
const INK = '#1a2430';
const INK_SOFT = '#475464';
const DEEP = '#1d3f5e';
const EDGE = '#76839a';
const LINE = '#d5dbe3';
const GROUND = '#f5f7f9';

const FOCUS = '#0a58ca';
export const FOCUS_RING = `3px solid ${FOCUS}`;

export const theme = createTheme({
  cssVariables: false,
  palette: {
    primary: { main: DEEP, contrastText: '#ffffff' },
    secondary: { main: '#4a5a2b', contrastText: '#ffffff' },
    error: { main: '#9f1f1a' },
    warning: { main: '#7a4a00' },
    success: { main: '#17613a' },
    info: { main: '#1d4f80' },
    text: { primary: INK, secondary: INK_SOFT },
    background: { default: GROUND, paper: '#ffffff' },
    divider: LINE,
  },
  shape: { borderRadius: 6 },
  typography: {
    // The fonts of each system by their names: `system-ui` is a serif font on a bare Linux.
    fontFamily:
      '-apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, "DejaVu Sans", "Helvetica Neue", Arial, sans-serif',
    fontSize: 14,
    h1: { fontSize: '1.6rem', fontWeight: 650, lineHeight: 1.25 },
    h2: { fontSize: '1.2rem', fontWeight: 650, lineHeight: 1.3 },
    h3: { fontSize: '1.02rem', fontWeight: 650, lineHeight: 1.35 },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        ':focus-visible': { outline: `${FOCUS_RING} !important`, outlineOffset: '2px' },
        'h1:focus, main:focus': { outline: 'none !important' },
        a: { color: DEEP, textUnderlineOffset: '2px' },
        '@media print': { body: { background: '#ffffff' } },
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { disableElevation: true },
      // In forced colours a button that is only a ground would be mere text.
      styleOverrides: { contained: { '@media (forced-colors: active)': { border: '1px solid' } } },
    },
    MuiToggleButton: {
      styleOverrides: { root: { color: INK_SOFT, textTransform: 'none', paddingTop: 2, paddingBottom: 2 } },
    },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiOutlinedInput: {
      styleOverrides: {
        notchedOutline: { borderColor: EDGE },
        input: { '&:focus-visible': { outline: 'none !important' } },
        root: {
          backgroundColor: '#ffffff',
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: FOCUS, borderWidth: 3 },
          '& .MuiOutlinedInput-notchedOutline': { top: 0, '& legend': { display: 'none' } },
        },
      },
    },
    // Labels stand above their field and may take two lines: French labels are long, and a cut label says nothing.
    MuiInputLabel: {
      styleOverrides: {
        root: {
          position: 'static',
          transform: 'none',
          maxWidth: '100%',
          marginBottom: 4,
          whiteSpace: 'normal',
          fontSize: '0.875rem',
          lineHeight: 1.3,
          color: INK,
        },
      },
    },
    MuiAlertTitle: { styleOverrides: { root: { fontWeight: 650 } } },
    MuiDialogTitle: { styleOverrides: { root: { fontWeight: 650 } } },
    MuiFormHelperText: { styleOverrides: { root: { color: INK_SOFT, marginLeft: 0 } } },
    MuiPaper: { defaultProps: { variant: 'outlined' } },
    MuiDialog: { defaultProps: { slotProps: { paper: { variant: 'elevation' } } } },
    MuiMenu: { defaultProps: { slotProps: { paper: { variant: 'elevation' } } } },
    MuiTable: { styleOverrides: { root: { '& caption': { captionSide: 'top', padding: 0 } } } },
    MuiTableCell: {
      styleOverrides: {
        root: { padding: '8px 10px', borderColor: LINE, verticalAlign: 'baseline' },
        head: { color: INK_SOFT, fontWeight: 600, backgroundColor: '#eef2f6' },
      },
    },
  },
});
