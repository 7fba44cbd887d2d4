export { timelinePicture } from './timeline-picture.ts';
