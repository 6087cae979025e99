import type { PlannedStep } from '../plan/index.ts';
import { commentText } from './comment.ts';

/**
 * For messages, which stand in texts of the script: ASCII, without quotes, backslashes, what RAISERROR puts values for,
 * what sqlcmd and SQL*Plus take for variables, and the hyphen that joins a line of SQL*Plus with the next.
 */
export const messageText = (text: string): string => text.replace(/[^\x20-\x7e]|\$(?=\()|[%'&\\]|-$/g, '?');

/** Characters of a title; the comment above the step has the whole. */
const LONGEST = 60;

/** `2/5 upgrade 3f2a… add the customer's address` */
export const progressText = ({ direction, revision, title }: PlannedStep, number: number, total: number): string =>
  messageText(`${number}/${total} ${direction} ${revision} ${commentText(title).slice(0, LONGEST)}`.trimEnd());
