export { calendarPicture } from './calendar-picture.ts';
export { timelinePicture } from './timeline-picture.ts';
