/** Why a file cannot be read at all; the words are in messages. */
export type FileFault =
  | 'empty'
  | 'too_large'
  | 'too_many_cells'
  | 'protected'
  | 'old_format'
  | 'broken'
  | 'foreign'
  | 'encoding'
  | 'no_table';

export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(readonly fault: FileFault) {
    super(fault);
  }
}
