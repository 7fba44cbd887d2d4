/** Pictures of a model: SVG documents as text, and what an editor shows of them; pure, as all here. */
export { calendarPicture } from './calendar-picture.ts';
export type { CalendarSubject } from './calendar-story.ts';
export type { CalendarOptions } from './calendar-week.ts';
export { type GraphOptions, graphPicture } from './graph-picture.ts';
export type { GraphSubject } from './graph-story.ts';
export type { PictureOptions } from './picture.ts';
export { type Preview, type PreviewSection, type PreviewSubject, preview } from './preview.ts';
export { pictureStyle } from './style.ts';
export { type TimelineOptions, timelinePicture } from './timeline-picture.ts';
