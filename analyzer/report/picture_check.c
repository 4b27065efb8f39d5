/* SPDX-License-Identifier: MIT */
#include "report/picture_check.h"

#include "base/memory.h"
#include "base/process.h"

#include <libxml/parser.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { PIECE_BYTES = 1 << 20, SECONDS = 300 };

static const char pdf_reader[] = "pdftoppm";

static void on_error(void *context, xmlErrorPtr fault_found)
{
    (void)context, (void)fault_found; /* the parser says at its end whether all was well */
}

/* Only the parser's own checks: nothing is kept of the elements. */
static bool is_well_formed(const char *bytes, size_t length)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .serror = on_error};
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    if (!parser)
        memory_exhausted();
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    for (size_t at = 0; at < length; at += PIECE_BYTES)
        xmlParseChunk(parser, bytes + at,
                      (int)(length - at < PIECE_BYTES ? length - at : PIECE_BYTES), 0);
    xmlParseChunk(parser, NULL, 0, 1);
    bool ok = parser->wellFormed;
    /* Declared entities are kept in a document, which nobody owns. */
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
    return ok;
}

bool picture_check_svg(const char *bytes, size_t length)
{
    return !memchr(bytes, '\0', length) && is_well_formed(bytes, length);
}

/* A warning is damage too: libpng passes over what it can do without. */
bool picture_check_png(const char *bytes, size_t length)
{
    if (!slice_ends_with((struct slice){bytes, length}, "IEND\xae\x42\x60\x82"))
        return false;
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&image, bytes, length))
        return false;
    unsigned size = PNG_IMAGE_SIZE(image); /* a greater one libpng refuses, and writes nothing */
    char *pixels = memory_new(size, 1);
    bool ok = png_image_finish_read(&image, NULL, pixels, 0, NULL) && image.warning_or_error == 0;
    png_image_free(&image);
    free(pixels);
    return ok;
}

bool picture_check_has_reader(struct error *err)
{
    return process_check_installed(pdf_reader, err);
}

/* The packed bytes at `at`; *ret_end is where they end. */
static bool unpacks(const char *at, const char *end, const char **ret_end)
{
    static unsigned char room[PIECE_BYTES];
    z_stream stream = {.avail_in = (uInt)(end - at)};
    memcpy(&stream.next_in, &at, sizeof at); /* zlib takes no const, though it changes nothing */
    if (inflateInit(&stream) != Z_OK)
        memory_exhausted();
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = room;
        stream.avail_out = sizeof room;
        state = inflate(&stream, Z_NO_FLUSH);
    }
    *ret_end = end - stream.avail_in;
    inflateEnd(&stream);
    return state == Z_STREAM_END;
}

/* Of every stream behind a dictionary that says how it is packed. Fonts are among them, which
 * pdftoppm takes as they come. */
static bool has_whole_streams(const char *bytes, size_t length)
{
    static const char begin[] = "stream", packed[] = "/FlateDecode", object[] = " obj";
    const char *at = bytes, *end = bytes + length, *from = bytes;
    while ((at = memmem(at, (size_t)(end - at), begin, strlen(begin)))) {
        at += strlen(begin);
        bool is_end = slice_ends_with((struct slice){bytes, (size_t)(at - bytes)}, "endstream");
        at += at < end && *at == '\r';
        at += at < end && *at == '\n';
        const char *dictionary = from;
        for (const char *o = from; (o = memmem(o, (size_t)(at - o), object, strlen(object)));)
            dictionary = ++o;
        if (!is_end && memmem(dictionary, (size_t)(at - dictionary), packed, strlen(packed)) &&
            !unpacks(at, end, &at))
            return false;
        from = at;
    }
    return true;
}

static bool has_whole_frame(const char *bytes, size_t length)
{
    static const char begin[] = "%PDF-", end[] = "%%EOF";
    while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r'))
        length--;
    return length > strlen(begin) + strlen(end) && memcmp(bytes, begin, strlen(begin)) == 0 &&
           slice_ends_with((struct slice){bytes, length}, end);
}

bool picture_check_pdf(const struct outdir *o, const char *name, const char *bytes, size_t length,
                       struct error *err)
{
    static const char next[] = "Free some space where TMPDIR says, then run again.";
    if (!has_whole_frame(bytes, length) || !has_whole_streams(bytes, length))
        return error_set(err, ERROR_OUTPUT, name, 0, next, "the PDF was not made whole");
    const char *const argv[] = {pdf_reader, "-r", "20", "-gray", name, NULL};
    const struct process_order order = {
        .argv = argv, .folder = outdir_path(o), .seconds = SECONDS, .says_nothing = true};
    struct error said = {0};
    return process_run(&order, &said) ||
           error_set(err, ERROR_OUTPUT, name, 0, said.next[0] ? said.next : next,
                     "the PDF was not made whole: %s", said.what);
}
