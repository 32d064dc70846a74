/** Addresses of the registry of legal documents. */
export const documentsPath = '/van-ban';
export const newDocumentPath = '/van-ban/moi';
export const documentPath = (id: string): string => `/van-ban/${id}`;
export const removeDocumentPath = (id: string): string => `/van-ban/${id}/xoa`;
