export { FiguresFileError, type FiguresFileFault, type FiguresFileFaultCode, lineOfFault } from './fault.ts';
export type { FiguresFile, FiguresSource } from './figures-file.ts';
export { readFiguresFile } from './read.ts';
export type { TemplateContent } from './template/form.ts';
export { templateBytes, writeTemplate } from './template/write.ts';
