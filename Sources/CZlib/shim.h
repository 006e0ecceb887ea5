#ifndef ZHISOU_CZLIB_SHIM_H
#define ZHISOU_CZLIB_SHIM_H

#include <zlib.h>

// deflateInit2 and inflateInit2 are function macros, which Swift does not import.
static inline int zhisou_deflateInit2(z_stream *stream, int level, int windowBits) {
  return deflateInit2(stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}

static inline int zhisou_inflateInit2(z_stream *stream, int windowBits) {
  return inflateInit2(stream, windowBits);
}

#endif
