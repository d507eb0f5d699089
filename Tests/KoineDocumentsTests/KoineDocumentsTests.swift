import KoineDocuments
import Testing
