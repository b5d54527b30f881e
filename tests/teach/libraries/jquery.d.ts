/** The one thing used of jQuery. */
declare module 'jquery' {
  export default function jquery(element: Element): object;
}
