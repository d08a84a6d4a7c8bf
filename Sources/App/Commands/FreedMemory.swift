#if canImport(Glibc)
  internal import CMalloc
#endif

/// What becomes of memory that is no longer used.
enum FreedMemory {
  /// Keeps it for the next piece of work instead of giving it back to the system each time.
  ///
  /// Files are worked on in pieces of a megabyte, so the same few megabytes are needed again and again;
  /// having the system clear them each time takes a tenth of the time. What is in use is not more for
  /// it: blocks above 32 MB are still given back at once. All threads take from one heap: the heaps that
  /// glibc makes for each thread grow by a page at a time, with a call of the system for each.
  static func keep() {
    #if canImport(Glibc)
      mallopt(M_ARENA_MAX, 1)
      mallopt(M_MMAP_THRESHOLD, 32 << 20)
      mallopt(M_TRIM_THRESHOLD, 128 << 20)
    #endif
  }
}
