/** The words of what is printed: papers of French administration, in French whatever the language of the screen. */
export { certificateWords, certifiedWords, type Certificate } from '../../domain/groupSession/certificateWords.ts';
export { timesWords } from '../../domain/groupSession/sessionWords.ts';
