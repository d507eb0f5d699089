// Normalizing with the edits that led to the result, in one pass over the text.
#include "CICU.h"
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <cstring>
#include <new>
#include <string>

namespace {
const icu::Normalizer2 *normalizer(cicu_form f, UErrorCode &e) {
  switch (f) {
  case CICU_NFD: return icu::Normalizer2::getNFDInstance(e);
  case CICU_NFKC: return icu::Normalizer2::getNFKCInstance(e);
  case CICU_NFKD: return icu::Normalizer2::getNFKDInstance(e);
  case CICU_NFKC_CASEFOLD: return icu::Normalizer2::getNFKCCasefoldInstance(e);
  default: return icu::Normalizer2::getNFCInstance(e);
  }
}

// Whether the form drops the character, so that it leaves no trace of its own.
bool vanishes(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT); }

// Drops the characters that two stretches have in common at their starts and ends.
struct Stretch {
  const uint8_t *old_text, *new_text;
  int32_t old_lower, old_upper, new_lower, new_upper;

  void trim() {
    int32_t most = std::min(old_upper - old_lower, new_upper - new_lower), same = 0;
    while (same < most && old_text[old_lower + same] == new_text[new_lower + same]) same++;
    // A character that is the same in part only stays in the stretch.
    bool in_old = old_lower + same < old_upper && U8_IS_TRAIL(old_text[old_lower + same]);
    bool in_new = new_lower + same < new_upper && U8_IS_TRAIL(new_text[new_lower + same]);
    if (same > 0 && (in_old || in_new)) {
      same--;
      while (same > 0 && U8_IS_TRAIL(old_text[old_lower + same])) same--;
    }
    old_lower += same;
    new_lower += same;
    most -= same;
    same = 0;
    while (same < most && old_text[old_upper - 1 - same] == new_text[new_upper - 1 - same]) same++;
    while (same > 0 && U8_IS_TRAIL(old_text[old_upper - same])) same--;
    old_upper -= same;
    new_upper -= same;
  }
};

bool hasTwo(const uint8_t *text, int32_t lower, int32_t upper) {
  if (lower < upper) U8_FWD_1_UNSAFE(text, lower);
  return lower < upper;
}

// Writes edits while there is room for them, and counts them all.
struct EditList {
  cicu_edit *edits;
  int32_t capacity, count;

  void add(int32_t a, int32_t b, int32_t c, int32_t d) {
    if (a == b && c == d) return;
    if (count < capacity) {
      edits[count] = {static_cast<uint32_t>(a), static_cast<uint32_t>(b), static_cast<uint32_t>(c), static_cast<uint32_t>(d)};
    }
    count++;
  }
};
}  // namespace

struct cicu_rewrite {
  const icu::Normalizer2 *normalizer;
  bool folds;
  icu::Edits edits;
  std::string replaced;

  std::string normalized(const uint8_t *s, int32_t n) const {
    UErrorCode e = U_ZERO_ERROR;
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    normalizer->normalizeUTF8(0, icu::StringPiece(reinterpret_cast<const char *>(s), n), sink, nullptr, e);
    return out;
  }

  // Finds the first part of a stretch that becomes a part of the result by itself.
  bool cut(const Stretch &s, int32_t &old_cut, int32_t &new_cut) const {
    // Longer stretches are no language's: what they cost grows with the square of their size.
    if (s.old_upper - s.old_lower > 64) return false;
    int32_t at = s.old_lower;
    while (true) {
      U8_FWD_1_UNSAFE(s.old_text, at);
      if (at >= s.old_upper) return false;
      std::string head = normalized(s.old_text + s.old_lower, at - s.old_lower);
      int32_t size = static_cast<int32_t>(head.size()), rest = s.new_upper - s.new_lower - size;
      if (rest < 0 || std::memcmp(head.data(), s.new_text + s.new_lower, head.size()) != 0) continue;
      std::string tail = normalized(s.old_text + at, s.old_upper - at);
      if (static_cast<int32_t>(tail.size()) != rest) continue;
      if (std::memcmp(tail.data(), s.new_text + s.new_lower + size, tail.size()) != 0) continue;
      old_cut = at;
      new_cut = s.new_lower + size;
      return true;
    }
  }

  // Adds the edits of one stretch, as fine as can be.
  void refine(Stretch s, EditList &list) const {
    while (true) {
      s.trim();
      int32_t first = s.old_lower, last = s.old_upper;
      if (folds && s.new_lower < s.new_upper) {
        for (int32_t at = first; at < last; first = at) {
          UChar32 c;
          U8_NEXT_UNSAFE(s.old_text, at, c);
          if (!vanishes(c)) break;
        }
        for (int32_t at = last; at > first; last = at) {
          UChar32 c;
          U8_PREV_UNSAFE(s.old_text, at, c);
          if (!vanishes(c)) break;
        }
      }
      list.add(s.old_lower, first, s.new_lower, s.new_lower);
      Stretch core = {s.old_text, s.new_text, first, last, s.new_lower, s.new_upper};
      int32_t old_cut = last, new_cut = s.new_upper;
      bool may = hasTwo(s.old_text, first, last) && hasTwo(s.new_text, s.new_lower, s.new_upper);
      if (!may || !cut(core, old_cut, new_cut)) {
        list.add(first, last, s.new_lower, s.new_upper);
        list.add(last, s.old_upper, s.new_upper, s.new_upper);
        return;
      }
      Stretch head = {s.old_text, s.new_text, first, old_cut, s.new_lower, new_cut};
      head.trim();
      list.add(head.old_lower, head.old_upper, head.new_lower, head.new_upper);
      s.old_lower = old_cut;
      s.new_lower = new_cut;
    }
  }
};

extern "C" {
cicu_rewrite *cicu_rewrite_open(cicu_form f, const uint8_t *s, int32_t n, int32_t *count, int32_t *edits,
                                int32_t *status) {
  UErrorCode e = U_ZERO_ERROR;
  *count = n;
  *edits = 0;
  *status = 0;
  cicu_rewrite *r = new (std::nothrow) cicu_rewrite;
  if (!r) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return nullptr;
  }
  r->normalizer = normalizer(f, e);
  r->folds = f == CICU_NFKC_CASEFOLD;
  if (U_SUCCESS(e)) {
    try {
      icu::StringByteSink<std::string> sink(&r->replaced);
      icu::StringPiece piece(reinterpret_cast<const char *>(s), n);
      r->normalizer->normalizeUTF8(U_OMIT_UNCHANGED_TEXT, piece, sink, &r->edits, e);
    } catch (const std::bad_alloc &) {
      e = U_MEMORY_ALLOCATION_ERROR;
    }
  }
  if (U_FAILURE(e) || !r->edits.hasChanges()) {
    if (U_FAILURE(e)) *status = e;
    delete r;
    return nullptr;
  }
  *count = n + r->edits.lengthDelta();
  *edits = r->edits.numberOfChanges();
  return r;
}
void cicu_rewrite_close(cicu_rewrite *r) { delete r; }

int32_t cicu_rewrite_take(cicu_rewrite *r, const uint8_t *s, int32_t n, uint8_t *out, cicu_edit *edits, int32_t capacity) {
  UErrorCode e = U_ZERO_ERROR;
  const uint8_t *replaced = reinterpret_cast<const uint8_t *>(r->replaced.data());
  // The ends of what has been copied, and the next replacement.
  int32_t source = 0, target = 0, next = 0;
  EditList list = {edits, capacity, 0};
  icu::Edits::Iterator it = r->edits.getFineChangesIterator();
  while (it.next(e)) {
    int32_t lower = it.sourceIndex(), size = it.newLength();
    std::memcpy(out + target, s + source, static_cast<size_t>(lower - source));
    target += lower - source;
    std::memcpy(out + target, replaced + next, static_cast<size_t>(size));
    next += size;
    source = lower + it.oldLength();
    r->refine({s, out, lower, source, target, target + size}, list);
    target += size;
  }
  std::memcpy(out + target, s + source, static_cast<size_t>(n - source));
  return list.count;
}
}
