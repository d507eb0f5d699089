// Only the search path and the library of libxml2 come from this target; CXML includes the headers itself.
