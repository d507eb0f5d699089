import KoineValues
import Testing
