// Normalizing with the edits that led to the result, in one pass over the text.
#include "CICU.h"
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>
#include <vector>

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
icu::StringPiece piece(const uint8_t *s, int32_t n) { return {reinterpret_cast<const char *>(s), n}; }

// Whether casefolding drops the character, so that it leaves no trace of its own.
bool vanishes(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT); }

bool hasTwo(const uint8_t *text, int32_t lower, int32_t upper) {
  if (lower < upper) U8_FWD_1_UNSAFE(text, lower);
  return lower < upper;
}

// Room that grows.
template <class T> struct Room {
  T *start = nullptr;
  int32_t count = 0, capacity = 0;

  ~Room() { std::free(start); }
  void reserve(int64_t more, int64_t first) {
    int64_t needed = count + more;
    if (needed <= capacity) return;
    if (needed > INT32_MAX) throw std::bad_alloc();
    int64_t larger = std::min<int64_t>(std::max({needed, first, static_cast<int64_t>(capacity) * 2}), INT32_MAX);
    void *moved = std::realloc(start, static_cast<size_t>(larger) * sizeof(T));
    if (!moved) throw std::bad_alloc();
    start = static_cast<T *>(moved);
    capacity = static_cast<int32_t>(larger);
  }
  void release() {
    std::free(start);
    start = nullptr;
    count = capacity = 0;
  }
};

// What a thread's last result is in: the next one finds the memory in place, which saves more time than copying costs.
struct Result {
  Room<uint8_t> out;
  Room<cicu_edit> edits;
};
thread_local Result latest;
// No more than this is kept, in bytes.
constexpr int32_t kept = 1 << 22;

// A stretch of the source and what it became.
struct Stretch { int32_t old_lower, old_upper, new_lower, new_upper; };

// Takes what ICU writes: stretches of the source itself are unchanged, all else is new.
class Collector final : public icu::ByteSink {
public:
  Room<uint8_t> &out = latest.out;
  Room<cicu_edit> &edits = latest.edits;

  Collector(const icu::Normalizer2 &z, bool folds, const uint8_t *s, int32_t n) : z(z), folds(folds), s(s), n(n) {
    out.count = edits.count = 0;
  }

  void Append(const char *bytes, int32_t size) override {
    const uint8_t *p = reinterpret_cast<const uint8_t *>(bytes);
    if (p >= s && p < s + n) {
      int32_t at = static_cast<int32_t>(p - s);
      if (at > copied || !changes.empty()) close(at);
      if (has_changes) {
        if (out.count + static_cast<int64_t>(size) > out.capacity) out.reserve(size, 0);
        std::memcpy(out.start + out.count, p, static_cast<size_t>(size));
        out.count += size;
      }
      copied = at + size;
      return;
    }
    if (!has_changes) start();
    if (changes.empty()) began = out.count;
    if (p != out.start + out.count) {
      out.reserve(size, 0);
      std::memcpy(out.start + out.count, p, static_cast<size_t>(size));
    }
    changes.push_back(out.count += size);
  }

  // Hands out the place where the text goes, so that a change comes in one piece.
  char *GetAppendBuffer(int32_t least, int32_t hint, char *, int32_t, int32_t *capacity) override {
    if (!has_changes) start();
    int32_t size = std::max(least, hint) + 8;
    if (out.count + static_cast<int64_t>(size) > out.capacity) out.reserve(size, 0);
    *capacity = out.capacity - out.count;
    return reinterpret_cast<char *>(out.start + out.count);
  }

  void finish() {
    if (copied < n || !changes.empty()) close(n);
  }

private:
  const icu::Normalizer2 &z;
  const bool folds;
  const uint8_t *const s;
  const int32_t n;
  // Whether the output has been begun; until then it is the start of the source, up to `copied`.
  bool has_changes = false;
  // How much of the source is done, but for the changes below.
  int32_t copied = 0;
  // Where the first change since then was written, and where each ends.
  int32_t began = 0;
  std::vector<int32_t> changes, ends;

  void start() {
    if (has_changes) return;
    out.reserve(static_cast<int64_t>(n) + 64, 0);
    std::memcpy(out.start, s, static_cast<size_t>(copied));
    out.count = copied;
    has_changes = true;
  }

  // Adds the edits of the changes since the last unchanged stretch; the next unchanged one starts at `upper`.
  void close(int32_t upper) {
    start();
    int32_t lower = copied, begin = changes.empty() ? out.count : began;
    if (changes.size() <= 1) {
      refine({lower, upper, begin, out.count});
    } else if (folds) {
      // Some of the characters in between may have vanished without a trace.
      separate(lower, upper, begin);
    } else {
      ends.clear();
      for (int32_t at = lower; at < upper;) {
        U8_FWD_1_UNSAFE(s, at);
        if (at >= upper || startsAnew(at)) ends.push_back(at);
      }
      if (ends.size() != changes.size()) {
        separate(lower, upper, begin);
      } else {
        for (size_t i = 0; i < ends.size(); i++) {
          refine({lower, ends[i], begin, changes[i]});
          lower = ends[i];
          begin = changes[i];
        }
      }
    }
    changes.clear();
  }

  // Whether the form never joins the character at `at` to what stands before it.
  bool startsAnew(int32_t at) const {
    // Letters of Hangul in their parts: only a leading consonant starts a syllable.
    if (s[at] == 0xE1 && s[at + 1] >= 0x84 && s[at + 1] <= 0x87) {
      return s[at + 1] == 0x84 || (s[at + 1] == 0x85 && s[at + 2] < 0xA0);
    }
    UChar32 c;
    U8_GET_UNSAFE(s, at, c);
    return z.hasBoundaryBefore(c);
  }

  // Asks ICU once more where each of several changes in a row ends.
  void separate(int32_t lower, int32_t upper, int32_t begin) {
    UErrorCode e = U_ZERO_ERROR;
    icu::Edits list;
    std::string text;
    icu::StringByteSink<std::string> sink(&text);
    z.normalizeUTF8(U_OMIT_UNCHANGED_TEXT, piece(s + lower, upper - lower), sink, &list, e);
    icu::Edits::Iterator it = list.getFineChangesIterator();
    while (it.next(e)) {
      int32_t a = lower + it.sourceIndex(), b = begin + it.destinationIndex();
      refine({a, a + it.oldLength(), b, b + it.newLength()});
    }
  }

  void add(int32_t a, int32_t b, int32_t c, int32_t d) {
    if (a == b && c == d) return;
    if (edits.count == edits.capacity) edits.reserve(1, 256);
    edits.start[edits.count++] = {static_cast<uint32_t>(a), static_cast<uint32_t>(b), static_cast<uint32_t>(c),
                                  static_cast<uint32_t>(d)};
  }

  // Drops the characters that the two sides have in common at their starts and ends.
  void trim(Stretch &t) const {
    const uint8_t *target = out.start;
    int32_t most = std::min(t.old_upper - t.old_lower, t.new_upper - t.new_lower), same = 0;
    while (same < most && s[t.old_lower + same] == target[t.new_lower + same]) same++;
    // A character that is the same in part only stays in the stretch.
    bool in_old = t.old_lower + same < t.old_upper && U8_IS_TRAIL(s[t.old_lower + same]);
    bool in_new = t.new_lower + same < t.new_upper && U8_IS_TRAIL(target[t.new_lower + same]);
    if (same > 0 && (in_old || in_new)) {
      same--;
      while (same > 0 && U8_IS_TRAIL(s[t.old_lower + same])) same--;
    }
    t.old_lower += same;
    t.new_lower += same;
    most -= same;
    same = 0;
    while (same < most && s[t.old_upper - 1 - same] == target[t.new_upper - 1 - same]) same++;
    while (same > 0 && U8_IS_TRAIL(s[t.old_upper - same])) same--;
    t.old_upper -= same;
    t.new_upper -= same;
  }

  // Adds the edits of one stretch, as fine as can be.
  void refine(const Stretch &t) {
    // Of one character that nothing vanishes around, all of the source is needed.
    int32_t size = t.new_upper - t.new_lower;
    if (!folds && size > 0 && size == U8_COUNT_TRAIL_BYTES(out.start[t.new_lower]) + 1) {
      add(t.old_lower, t.old_upper, t.new_lower, t.new_upper);
    } else {
      split(t);
    }
  }

  void split(Stretch t) {
    while (true) {
      trim(t);
      int32_t first = t.old_lower, last = t.old_upper;
      if (folds && t.new_lower < t.new_upper) {
        for (int32_t at = first; at < last; first = at) {
          UChar32 c;
          U8_NEXT_UNSAFE(s, at, c);
          if (!vanishes(c)) break;
        }
        for (int32_t at = last; at > first; last = at) {
          UChar32 c;
          U8_PREV_UNSAFE(s, at, c);
          if (!vanishes(c)) break;
        }
      }
      add(t.old_lower, first, t.new_lower, t.new_lower);
      Stretch head = {first, last, t.new_lower, t.new_upper};
      bool may = hasTwo(s, first, last) && hasTwo(out.start, t.new_lower, t.new_upper);
      if (!may || !cut(head)) {
        add(first, last, t.new_lower, t.new_upper);
        add(last, t.old_upper, t.new_upper, t.new_upper);
        return;
      }
      t.old_lower = head.old_upper;
      t.new_lower = head.new_upper;
      trim(head);
      add(head.old_lower, head.old_upper, head.new_lower, head.new_upper);
    }
  }

  // Shortens a stretch to the first part that becomes a part of the result by itself.
  bool cut(Stretch &t) const {
    // Longer stretches are no language's, and what they cost grows with the square of their size.
    if (t.old_upper - t.old_lower > 64) return false;
    const uint8_t *target = out.start + t.new_lower;
    int32_t at = t.old_lower;
    while (true) {
      U8_FWD_1_UNSAFE(s, at);
      if (at >= t.old_upper) return false;
      std::string head = normalized(t.old_lower, at);
      int32_t size = static_cast<int32_t>(head.size()), rest = t.new_upper - t.new_lower - size;
      if (rest < 0 || std::memcmp(head.data(), target, head.size()) != 0) continue;
      std::string tail = normalized(at, t.old_upper);
      if (static_cast<int32_t>(tail.size()) != rest) continue;
      if (std::memcmp(tail.data(), target + size, tail.size()) != 0) continue;
      t.old_upper = at;
      t.new_upper = t.new_lower + size;
      return true;
    }
  }

  std::string normalized(int32_t lower, int32_t upper) const {
    UErrorCode e = U_ZERO_ERROR;
    std::string text;
    icu::StringByteSink<std::string> sink(&text);
    z.normalizeUTF8(0, piece(s + lower, upper - lower), sink, nullptr, e);
    return text;
  }
};
}  // namespace

extern "C" {
cicu_text cicu_normalize_edits8(cicu_form f, const uint8_t *s, int32_t n) {
  cicu_text result = {nullptr, 0, nullptr, 0, 0};
  UErrorCode e = U_ZERO_ERROR;
  const icu::Normalizer2 *z = normalizer(f, e);
  if (U_SUCCESS(e)) {
    try {
      Collector sink(*z, f == CICU_NFKC_CASEFOLD, s, n);
      z->normalizeUTF8(0, piece(s, n), sink, nullptr, e);
      if (U_SUCCESS(e)) {
        sink.finish();
        if (sink.edits.count == 0) return result;
        result = {sink.out.start, sink.out.count, sink.edits.start, sink.edits.count, 0};
      }
    } catch (const std::bad_alloc &) {
      e = U_MEMORY_ALLOCATION_ERROR;
    }
  }
  if (U_FAILURE(e)) result.error = e;
  return result;
}
void cicu_text_free(cicu_text) {
  if (latest.out.capacity > kept) latest.out.release();
  if (latest.edits.capacity > kept / static_cast<int32_t>(sizeof(cicu_edit))) latest.edits.release();
}
}
