export { openShelf, type Document, type Shelf, type ShelfOptions } from './open-shelf.js';
