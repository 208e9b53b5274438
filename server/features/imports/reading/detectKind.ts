import { ReadingFailure, unsupported } from './readingFailure.ts';

export type FileKind = 'zip' | 'text';

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

/** UTF-16LE names of the streams of an old compound file: a workbook locked by a password, or an Excel 97 one. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const EXCEL_97 = [Buffer.from('Workbook', 'utf16le'), Buffer.from('Book', 'utf16le')];

/** What a file is, by its first bytes: its name says what its sender believed. Throws ReadingFailure for what is not a list. */
export function detectKind(bytes: Buffer): FileKind {
  if (bytes.length === 0)
    throw new ReadingFailure('empty_file', 'Ce fichier est vide. Déposez la liste mensuelle des signataires du CIR.');
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw compoundFile(bytes);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') throw unsupported('un PDF');
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46)
  )
    throw unsupported('une image');
  if (
    startsWith(bytes, 0x1f, 0x8b) ||
    startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
    startsWith(bytes, 0x52, 0x61, 0x72, 0x21)
  )
    throw unsupported('une archive');
  if (/^\s*(?:<!doctype|<html|<\?xml|<table)/i.test(bytes.subarray(0, 512).toString('latin1').replace(/^ï»¿/, '')))
    throw unsupported('une page web');
  if (/^\s*\{\\rtf/.test(bytes.subarray(0, 64).toString('latin1'))) throw unsupported('un texte mis en forme');
  return 'text';
}

function compoundFile(bytes: Buffer): ReadingFailure {
  if (bytes.includes(ENCRYPTED)) {
    return new ReadingFailure(
      'encrypted_file',
      'Ce classeur est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe, enregistrez-le, puis déposez-le à nouveau.',
    );
  }
  if (EXCEL_97.some((name) => bytes.includes(name))) {
    return new ReadingFailure(
      'legacy_xls',
      'Ce classeur est au format .xls d’Excel 97-2003. Ouvrez-le, enregistrez-le sous .xlsx, puis déposez-le à nouveau.',
    );
  }
  return unsupported('un ancien document bureautique');
}
