/** Files that answer a question: evidence, kept by what is in them. */
export { copyFiles, filesBackup, type FilesCopy } from './copy-files.js';
export { firstBytesOf, typeOf, type FirstBytes } from './first-bytes.js';
export { keptFilesAt, type KeptFilesOptions } from './kept-files.js';
export { FileAltered, FileNotTaken, type Content, type KeptFile, type KeptFiles } from './port.js';
