/** Style sheets are imported for their effect. */
declare module '*.css';
/** Files taken in as text. */
declare module '*?raw' {
  const text: string;
  export default text;
}
