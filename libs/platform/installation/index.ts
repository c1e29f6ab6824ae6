export { codecFor } from './codec.js';
export { holdsOnlyItsFoundation, installationActs, layFoundation, type Foundation } from './foundation.js';
export { openInstallation, type Declarations, type Installation, type InstallationOptions } from './open-installation.js';
