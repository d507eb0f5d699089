// Only the search path and the library of libarchive come from this target; CArchive includes the headers itself.
