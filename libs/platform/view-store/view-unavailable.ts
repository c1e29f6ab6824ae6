/** A view that cannot answer: it was stopped by an event, was never made, or belongs to another log. */
export class ViewUnavailable extends Error {
  override readonly name: string = 'ViewUnavailable';
}
