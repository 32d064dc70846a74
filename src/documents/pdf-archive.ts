export function archivalPdf(pdf: Uint8Array): Uint8Array { return pdf; }
