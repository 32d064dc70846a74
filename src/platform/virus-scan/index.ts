export { openClamd, ScannerAway, type ScanResult, type VirusScanner } from './clamd.ts';
