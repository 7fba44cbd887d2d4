/** The name of an AWS Region. */

/** Whether text has the form of one, such as `us-east-2` or `us-gov-west-1`; which exist is AWS's to say. */
export function isRegion(text: string): boolean {
  return /^[a-z]{2,4}(?:-[a-z]{2,12}){1,2}-[1-9]\d?$/.test(text);
}
