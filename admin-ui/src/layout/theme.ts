import { createTheme, type CssVarsTheme, type PaletteOptions, type Theme } from '@mui/material/styles';
import { PREFIX, SHADES, THEMES, type Shades } from './shades.ts';

declare module '@mui/material/styles' {
  interface PaletteOptions {
    readonly shade: Shades;
  }
}

/** MUI’s own colours, from ours. A filled message is the same in both themes: white on the deep colours of the light one. */
const paletteOf = (shade: Shades): PaletteOptions => ({
  shade,
  primary: { main: shade.deep, dark: shade.deepOver, contrastText: shade.onDeep },
  secondary: { main: shade.olive, contrastText: shade.onDeep },
  error: { main: shade.red, dark: THEMES.light.red },
  warning: { main: shade.amber, dark: THEMES.light.amber },
  success: { main: shade.green, dark: THEMES.light.green },
  info: { main: shade.blue, dark: THEMES.light.blue },
  text: { primary: shade.ink, secondary: shade.inkSoft, disabled: shade.inkOff },
  action: { disabled: shade.inkOff, disabledBackground: shade.off },
  background: { default: shade.ground, paper: shade.paper },
  divider: shade.line,
});

type WithStyleSheets = Theme & Pick<CssVarsTheme, 'generateStyleSheets'>;

const made = createTheme({
  cssVariables: { cssVarPrefix: PREFIX, colorSchemeSelector: 'data-theme' },
  colorSchemes: { light: { palette: paletteOf(THEMES.light) }, dark: { palette: paletteOf(THEMES.dark) } },
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
        ':focus-visible': { outline: `3px solid ${SHADES.focus} !important`, outlineOffset: '2px' },
        'h1:focus, main:focus': { outline: 'none !important' },
        a: { color: SHADES.deep, textUnderlineOffset: '2px' },
        '@media print': { body: { background: SHADES.paper } },
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { disableElevation: true },
      // In forced colours a button that is only a ground would be mere text.
      styleOverrides: {
        contained: { '@media (forced-colors: active)': { border: '1px solid' } },
        outlined: {
          variants: [
            { props: { color: 'primary' }, style: { borderColor: SHADES.edge } },
            { props: { color: 'error' }, style: { borderColor: SHADES.red } },
          ],
        },
      },
    },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          color: SHADES.inkSoft,
          borderColor: SHADES.edge,
          textTransform: 'none',
          paddingTop: 2,
          paddingBottom: 2,
        },
      },
    },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiOutlinedInput: {
      styleOverrides: {
        notchedOutline: { borderColor: SHADES.edge },
        input: { '&:focus-visible': { outline: 'none !important' } },
        root: {
          backgroundColor: SHADES.field,
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: SHADES.focus, borderWidth: 3 },
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
          color: SHADES.ink,
        },
      },
    },
    MuiAlertTitle: { styleOverrides: { root: { fontWeight: 650 } } },
    MuiDialogTitle: { styleOverrides: { root: { fontWeight: 650 } } },
    MuiFormHelperText: { styleOverrides: { root: { color: SHADES.inkSoft, marginLeft: 0 } } },
    // What floats is told apart by its edge: MUI would make it paler, and the contrasts with it.
    MuiPaper: { defaultProps: { variant: 'outlined' }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiDialog: {
      defaultProps: { slotProps: { paper: { variant: 'elevation' } } },
      styleOverrides: { paper: { border: `1px solid ${SHADES.floating}` } },
    },
    MuiMenu: {
      defaultProps: { slotProps: { paper: { variant: 'elevation' } } },
      styleOverrides: { paper: { border: `1px solid ${SHADES.floating}` } },
    },
    // Within the entry: around it, the edge of the menu and the next entry would hide it.
    MuiMenuItem: { styleOverrides: { root: { '&:focus-visible': { outlineOffset: '-3px' } } } },
    MuiTable: { styleOverrides: { root: { '& caption': { captionSide: 'top', padding: 0 } } } },
    MuiTableCell: {
      styleOverrides: {
        root: { padding: '8px 10px', borderColor: SHADES.line, verticalAlign: 'baseline' },
        head: { color: SHADES.inkSoft, fontWeight: 600, backgroundColor: SHADES.head },
      },
    },
  },
}) as WithStyleSheets;

/** Paper stays white: the dark colours are those of a screen. */
export const theme: WithStyleSheets = {
  ...made,
  generateStyleSheets: () =>
    made.generateStyleSheets().map((sheet) => ('[data-theme="dark"]' in sheet ? { '@media screen': sheet } : sheet)),
};
