import type { ComponentType } from 'react';
import type { FileRecord } from '../../../providers/fileChange.ts';

export interface FileDialogProps {
  readonly file: FileRecord;
  readonly onClose: () => void;
}

/** A dialogue that records one kind of fact on a file. */
export type FileDialog = ComponentType<FileDialogProps>;
