// A face for libarchive's readers without any libarchive type.
//
// Only zip and tar are opened, and files compressed with gzip, zstd, xz or bzip2; other formats, and filters that start
// programs, stay off.
#ifndef CARCHIVE_H
#define CARCHIVE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// The version of libarchive that is loaded, such as "libarchive 3.6.2".
const char *carchive_version(void);

typedef struct carchive carchive;

/// What a member is. A raw member is the content of a compressed file that is no archive.
typedef enum {
  CARCHIVE_FILE,
  CARCHIVE_RAW,
  CARCHIVE_FOLDER,
  CARCHIVE_LINK,
  CARCHIVE_DEVICE,
  CARCHIVE_ENCRYPTED
} carchive_kind;

/// What became of a step.
typedef enum { CARCHIVE_GOING, CARCHIVE_END, CARCHIVE_BROKEN } carchive_status;

/// A member. The path is not ended by a zero byte and lives until the next step; it is in UTF-8 or in an unknown encoding.
/// The size is the one that the archive states, or -1.
typedef struct {
  carchive_kind kind;
  const char *path;
  size_t path_count;
  int64_t size;
} carchive_member;

/// Opens a copy of `count` bytes; NULL when there is no memory for it. Errors are told by the first step.
carchive *carchive_open(const void *bytes, size_t count);

/// Gives the next bytes, which live until the next call: their number, 0 at the end, -1 when they cannot be read.
typedef ptrdiff_t (*carchive_pull)(void *context, const void **bytes);

/// Opens a compressed file that is no archive, of which `pull` gives the bytes; NULL when there is no memory.
carchive *carchive_open_stream(carchive_pull pull, void *context);

void carchive_close(carchive *archive);

/// Steps to the next member; what was not read of the last one is skipped.
carchive_status carchive_next(carchive *archive, carchive_member *member);

/// Reads some bytes of the member; 0 at its end, -1 when it cannot be read further.
ptrdiff_t carchive_read(carchive *archive, void *buffer, size_t count);

/// How many filters the bytes go through, such as 1 for `.tar.gz`.
int carchive_filter_count(carchive *archive);

/// What went wrong, for people; never NULL.
const char *carchive_message(carchive *archive);

#ifdef __cplusplus
}
#endif
#endif
