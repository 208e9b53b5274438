/**
 * Every colour of the interface, by what it is for. Neutral and calm, no mark of the State. Every text on its grounds is at
 * least 4.5:1, every edge of a control, every mark and the ring of the focus 3:1: a test reads these two tables.
 */
const LIGHT = {
  ink: '#1a2430',
  inkSoft: '#475464',
  /** What cannot be used for now, on its own ground. */
  inkOff: '#586270',
  off: '#e4e8ed',
  deep: '#1d3f5e',
  deepOver: '#142c42',
  onDeep: '#ffffff',
  header: '#1d3f5e',
  onHeader: '#ffffff',
  ground: '#f5f7f9',
  paper: '#ffffff',
  field: '#ffffff',
  /** The head of a table. */
  head: '#eef2f6',
  /** A line in which one works. */
  here: '#f2f6fb',
  /** The option that Enter takes. */
  chosen: '#e3eaf3',
  edge: '#76839a',
  line: '#d5dbe3',
  /** Around what floats, where its shadow does not show. */
  floating: 'transparent',
  shadow: 'rgb(26 36 48 / 35%)',
  focus: '#0a58ca',
  red: '#9f1f1a',
  amber: '#7a4a00',
  green: '#17613a',
  blue: '#1d4f80',
  grey: '#5b6878',
  olive: '#4a5a2b',
  /** Lines and stripes that only help the eye. */
  faint: '#a9b3c1',
  plainInk: '#1a2430',
  plainGround: '#eef2f6',
  plainEdge: '#76839a',
  lateInk: '#8a1713',
  lateGround: '#fdeceb',
  lateEdge: '#9f1f1a',
  soonInk: '#6b4100',
  soonGround: '#fdf3dd',
  soonEdge: '#8a5a10',
  goodInk: '#14532f',
  goodGround: '#e7f4ec',
  goodEdge: '#17613a',
  waitingInk: '#1d3f73',
  waitingGround: '#e8effa',
  waitingEdge: '#1d4f80',
} as const;

export type Shade = keyof typeof LIGHT;
export type Shades = Readonly<Record<Shade, string>>;

const DARK: Shades = {
  ink: '#e6ebf1',
  inkSoft: '#aeb9c6',
  inkOff: '#a0abb8',
  off: '#2a3541',
  deep: '#9cc4ec',
  deepOver: '#bcd9f6',
  onDeep: '#0e1c2a',
  header: '#1a3148',
  onHeader: '#f4f7fa',
  ground: '#10171e',
  paper: '#18212b',
  field: '#121a22',
  head: '#212c38',
  here: '#1d2937',
  chosen: '#26394f',
  edge: '#78879b',
  line: '#313d4a',
  floating: '#3d4a58',
  shadow: 'rgb(0 0 0 / 50%)',
  focus: '#7db4ff',
  red: '#f29a94',
  amber: '#e8b65f',
  green: '#7fcf9f',
  blue: '#86b8ec',
  grey: '#9aa7b6',
  olive: '#b9cc8f',
  faint: '#566475',
  plainInk: '#e6ebf1',
  plainGround: '#26313d',
  plainEdge: '#8291a5',
  lateInk: '#ffbcb6',
  lateGround: '#3d1e1e',
  lateEdge: '#e5857e',
  soonInk: '#f5cf8a',
  soonGround: '#382b14',
  soonEdge: '#c9993f',
  goodInk: '#a5e0bd',
  goodGround: '#173325',
  goodEdge: '#5fb485',
  waitingInk: '#b5d5f7',
  waitingGround: '#1b3049',
  waitingEdge: '#6ea4dc',
};

export const THEMES = { light: LIGHT, dark: DARK } as const;

/** A code is read by cameras: dark on light whatever the appearance, and its margin too. */
export const QR_CODE = { ink: '#000000', ground: '#ffffff' } as const;

/** What the names of the variables begin with, in the styles. */
export const PREFIX = 'jalon';

/** The colours as styles write them: variables, whose values are those of the theme in force. */
export const SHADES = Object.fromEntries(
  Object.keys(LIGHT).map((name) => [name, `var(--${PREFIX}-palette-shade-${name})`]),
) as Shades;
