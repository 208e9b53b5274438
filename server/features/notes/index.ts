export { findNoteNews, type NoteNews } from './noteNews.ts';
export { writeNote } from './writeNote.ts';
