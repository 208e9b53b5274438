import Box from '@mui/material/Box';
import qrcode from 'qrcode-generator';
import { QR_CODE } from '../layout/shades.ts';

/** White around, without which no phone reads it. */
const QUIET = 4;

/** A text as a QR code, drawn here: what it holds is told to nobody else. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  // Its size follows the length of the text; M corrects what a dirty screen hides.
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const modules = Array.from(
    { length: count * count },
    (_, index) => [Math.floor(index / count), index % count] as const,
  );
  const path = modules
    .filter(([row, column]) => code.isDark(row, column))
    .map(([row, column]) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`)
    .join('');
  const side = count + 2 * QUIET;
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      sx={{ width: '15rem', maxWidth: '100%', display: 'block', bgcolor: QR_CODE.ground }}
    >
      <path d={path} fill={QR_CODE.ink} />
    </Box>
  );
};
