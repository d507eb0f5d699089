import KoineEntities
import Testing
