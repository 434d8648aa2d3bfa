/** The package brings no types of its own. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end, or must end. */
    nextBreak(): {position: number; required: boolean} | null;
  }
}
