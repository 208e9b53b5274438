import { FileSessions } from '../../groupSessions/FileSessions.tsx';
import type { FileRecord } from '../../providers/fileChange.ts';
import { FileTasks } from '../../tasks/FileTasks.tsx';
import { FileStalls } from './FileStalls.tsx';
import { FileSteps } from './FileSteps.tsx';
import { PathwayPicture } from './picture/PathwayPicture.tsx';

export const FilePathway = ({ file }: { file: FileRecord }) => (
  <>
    <FileStalls file={file} />
    {file.grants.planTask && <FileTasks file={file} />}
    {file.grants.enrol && <FileSessions pathwayId={file.id} />}
    <PathwayPicture file={file} />
    <FileSteps file={file} />
  </>
);
