import TestTables
import Testing
