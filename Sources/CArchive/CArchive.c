#define _GNU_SOURCE
#include "CArchive.h"
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct carchive {
  struct archive *archive;
  void *bytes;
  locale_t utf8;
  bool is_open;
  carchive_pull pull;
  void *context;
};

const char *carchive_version(void) { return archive_version_string(); }

static void support_filters(struct archive *archive) {
  archive_read_support_filter_gzip(archive);
  archive_read_support_filter_bzip2(archive);
  archive_read_support_filter_xz(archive);
  archive_read_support_filter_zstd(archive);
}

carchive *carchive_open(const void *bytes, size_t count) {
  carchive *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->bytes = malloc(count ? count : 1);
  self->archive = archive_read_new();
  if (!self->bytes || !self->archive) {
    carchive_close(self);
    return NULL;
  }
  if (count) memcpy(self->bytes, bytes, count);
  // Names are converted by the locale of the thread; in the C locale those beyond ASCII would be lost.
  self->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  struct archive *archive = self->archive;
  support_filters(archive);
  archive_read_support_format_tar(archive);
  // The list of members at the end counts; a file that was cut off is read from its beginning.
  archive_read_support_format_zip(archive);
  archive_read_support_format_raw(archive);
  archive_read_support_format_empty(archive);
  self->is_open = archive_read_open_memory(archive, self->bytes, count) >= ARCHIVE_WARN;
  return self;
}

static la_ssize_t pull(struct archive *archive, void *client, const void **bytes) {
  carchive *self = client;
  ptrdiff_t count = self->pull(self->context, bytes);
  if (count < 0) archive_set_error(archive, EIO, "the file cannot be read");
  return count;
}

carchive *carchive_open_stream(carchive_pull callback, void *context) {
  carchive *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->archive = archive_read_new();
  if (!self->archive) {
    carchive_close(self);
    return NULL;
  }
  self->pull = callback;
  self->context = context;
  support_filters(self->archive);
  archive_read_support_format_raw(self->archive);
  archive_read_support_format_empty(self->archive);
  self->is_open = archive_read_open(self->archive, self, NULL, pull, NULL) >= ARCHIVE_WARN;
  return self;
}

void carchive_close(carchive *self) {
  if (self->archive) archive_read_free(self->archive);
  if (self->utf8) freelocale(self->utf8);
  free(self->bytes);
  free(self);
}

static carchive_kind kind(carchive *self, struct archive_entry *entry) {
  if (archive_entry_is_data_encrypted(entry)) return CARCHIVE_ENCRYPTED;
  if (archive_entry_hardlink(entry) || archive_entry_hardlink_utf8(entry)) return CARCHIVE_LINK;
  switch (archive_entry_filetype(entry)) {
  case AE_IFLNK: return CARCHIVE_LINK;
  case AE_IFDIR: return CARCHIVE_FOLDER;
  // Zip members made by some programs have no type at all.
  case AE_IFREG:
  case 0: return archive_format(self->archive) == ARCHIVE_FORMAT_RAW ? CARCHIVE_RAW : CARCHIVE_FILE;
  default: return CARCHIVE_DEVICE;
  }
}

carchive_status carchive_next(carchive *self, carchive_member *member) {
  if (!self->is_open) return CARCHIVE_BROKEN;
  locale_t before = self->utf8 ? uselocale(self->utf8) : (locale_t)0;
  struct archive_entry *entry = NULL;
  int result = ARCHIVE_RETRY;
  for (int tries = 0; result == ARCHIVE_RETRY && tries < 16; tries++) {
    result = archive_read_next_header(self->archive, &entry);
  }
  carchive_status status = CARCHIVE_GOING;
  if (result == ARCHIVE_EOF) {
    status = CARCHIVE_END;
  } else if (result < ARCHIVE_WARN || !entry) {
    status = CARCHIVE_BROKEN;
  } else {
    member->kind = kind(self, entry);
    member->path = archive_entry_pathname_utf8(entry);
    if (!member->path) member->path = archive_entry_pathname(entry);
    if (!member->path) member->path = "";
    member->path_count = strlen(member->path);
    member->size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1;
  }
  if (self->utf8) uselocale(before);
  return status;
}

ptrdiff_t carchive_read(carchive *self, void *buffer, size_t count) {
  la_ssize_t read = ARCHIVE_RETRY;
  for (int tries = 0; read == ARCHIVE_RETRY && tries < 16; tries++) {
    read = archive_read_data(self->archive, buffer, count);
  }
  return read < 0 ? -1 : (ptrdiff_t)read;
}

int carchive_filter_count(carchive *self) { return archive_filter_count(self->archive) - 1; }

const char *carchive_message(carchive *self) {
  const char *message = archive_error_string(self->archive);
  return message ? message : "the file cannot be read";
}
