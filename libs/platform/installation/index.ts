export { codecFor } from './codec.js';
export { openInstallation, type Declarations, type Installation, type InstallationOptions } from './open-installation.js';
