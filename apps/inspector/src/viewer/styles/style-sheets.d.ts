/** Vite puts an imported style sheet into viewer.css. */
declare module '*.css';
