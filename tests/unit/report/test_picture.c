/* SPDX-License-Identifier: MIT
 * Pictures that are whole, and what a lost, zeroed or altered block makes of them.
 */
#include "report/making.h"
#include "report/picture.h"
#include "report/picture_check.h"

#include "base/memory.h"
#include "base/process.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct outdir *o;
static char folder[64];

static void begin(void)
{
    struct error err = {0};
    support_make_folder(folder);
    SCOPED_TEXT path = memory_print("%s/out", folder);
    ck_assert_msg(outdir_begin(path, &any_pack, &o, &err), "%s", err.what);
}

static void end(void)
{
    outdir_abandon(o);
    support_remove_folder(folder);
}

#define SVG "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\">"

static const struct {
    const char *text;
    size_t nul; /* a NUL byte in the place of this one; 0: none */
    bool whole;
} svgs[] = {
    {SVG "<g><path d='M1,2 L3,4'/></g></svg>\n\n", 0, true},
    {SVG "<g><text>a &amp; b &#169;</text></g></svg>", 0, true},
    {SVG "<g><path d='M1,2 L3,4'/></g></svg>\n\n", 70, false},
    {SVG "<g><path d='M1,2 L3,4'/></g></svg>\n\n", 97, false},
    {SVG "<g><path d='M1,2 L3,4'/></g>", 0, false},
    {SVG "<g><path d='M1,2</g></svg>\n", 0, false},
    {SVG "<path d='M1,2 L3,4'/></g></svg>\n", 0, false},
    {SVG "<g></svg>\n", 0, false},
    {SVG "<g>&nothing;</g></svg>\n", 0, false},
    {SVG "<g>\xff</g></svg>\n", 0, false},
    {SVG "<g/></svg><svg/>\n", 0, false},
    {SVG "<g/></svg>\n</svg>\n", 0, false},
    {SVG, 0, false},
};

START_TEST(an_svg_is_well_formed)
{
    char *copy = memory_copy(svgs[_i].text);
    struct picture drawn = {copy, strlen(copy)};
    if (svgs[_i].nul)
        copy[svgs[_i].nul] = '\0';
    struct error err = {0};
    bool saved = picture_save_svg(o, "x.svg", drawn, "words & \"more\"", &err);
    ck_assert_int_eq(saved, svgs[_i].whole);
    ck_assert_int_eq(picture_check_svg(drawn.bytes, drawn.length), svgs[_i].whole);
    SCOPED_TEXT path = memory_print("%s/x.svg", outdir_path(o));
    ck_assert_int_eq(support_exists(path), svgs[_i].whole);
    ck_assert(saved || strcmp(err.what, "the picture was not drawn whole") == 0);
    free(copy);
}
END_TEST

START_TEST(nothing_drawn_is_no_picture)
{
    struct error err = {0};
    char none[1] = "";
    ck_assert(!picture_save_svg(o, "x.svg", (struct picture){none, 0}, "", &err));
    ck_assert_str_eq(err.what, "the picture could not be drawn");
    err = (struct error){0};
    ck_assert(!picture_save_png(o, "x.png", (struct picture){none, 0}, &err));
    ck_assert_str_eq(err.what, "the picture could not be drawn");
    ck_assert_str_eq(err.source, "x.png");
}
END_TEST

START_TEST(two_drawings_must_be_alike)
{
    static char whole[] = "<svg><g/><g/></svg>", less[] = "<svg><g/></svg>",
                other[] = "<svg><g/><h/></svg>";
    struct error err = {0};
    struct picture drawn = {whole, strlen(whole)};
    ck_assert(picture_check_alike("x.svg", drawn, drawn, &err));
    ck_assert(!picture_check_alike("x.svg", drawn, (struct picture){less, strlen(less)}, &err));
    ck_assert(!picture_check_alike("x.svg", drawn, (struct picture){other, strlen(other)}, &err));
    ck_assert_str_eq(err.source, "x.svg");
    ck_assert(err.next[0]);
}
END_TEST

/* Changes to a file: at that part of its length. */
enum harm { ZERO, LOSE, FLIP, CUT };

static const enum harm harms[] = {ZERO, LOSE, FLIP, CUT};

/* A copy with a block of it harmed; *length is its length then. */
static char *harm(const char *bytes, size_t *length, enum harm kind, size_t at, size_t block)
{
    char *made = memory_new(*length + 1, 1);
    memcpy(made, bytes, *length);
    block = block < *length - at ? block : *length - at;
    switch (kind) {
    case ZERO:
        memset(made + at, 0, block);
        break;
    case LOSE:
        memmove(made + at, made + at + block, *length - at - block);
        *length -= block;
        break;
    case FLIP:
        made[at] ^= 0x11;
        break;
    case CUT:
        *length = at;
        break;
    }
    return made;
}

static char *make_png(size_t *ret_length)
{
    enum { SIDE = 200 };
    static unsigned char pixels[SIDE * SIDE * 3];
    for (size_t i = 0; i < sizeof pixels; i++)
        pixels[i] = (unsigned char)(i * i / 7 ^ i >> 3);
    png_image image = {
        .version = PNG_IMAGE_VERSION, .width = SIDE, .height = SIDE, .format = PNG_FORMAT_RGB};
    png_alloc_size_t size = 0;
    ck_assert(png_image_write_get_memory_size(image, size, 0, pixels, 0, NULL));
    char *bytes = memory_new(size, 1);
    ck_assert(png_image_write_to_memory(&image, bytes, &size, 0, pixels, 0, NULL));
    *ret_length = size;
    return bytes;
}

START_TEST(a_harmed_png_is_found)
{
    size_t length = 0;
    char *bytes = make_png(&length);
    ck_assert(picture_check_png(bytes, length));
    for (size_t k = 0; k < 50; k++) {
        size_t left = length;
        char *harmed = harm(bytes, &left, harms[_i], length * k / 50, 4096);
        ck_assert_msg(!picture_check_png(harmed, left), "harm %d at %zu", _i, length * k / 50);
        free(harmed);
    }
    free(bytes);
}
END_TEST

/* As gnuplot makes them, with a font inside. */
static char *make_pdf(size_t *ret_length)
{
    SCOPED_TEXT path = memory_print("%s/drawn.pdf", folder);
    SCOPED_TEXT script =
        memory_print("set terminal pdfcairo font 'DejaVu Sans,14'; set output '%s'; "
                     "set title 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklm'; "
                     "set samples 3000; plot sin(x)",
                     path);
    const char *const argv[] = {"gnuplot", "-d", "-e", script, NULL};
    struct error err = {0};
    ck_assert_msg(process_run(&(struct process_order){.argv = argv, .seconds = 60}, &err), "%s",
                  err.what);
    return support_read_file(path, ret_length);
}

static bool is_saved(const char *bytes, size_t length)
{
    struct error err = {0};
    char nothing[1] = "";
    bool ok = picture_save(o, "x.pdf", (struct picture){nothing, 0}, &err);
    SCOPED_TEXT path = memory_print("%s/x.pdf", outdir_path(o));
    support_write_file(path, bytes, length);
    ok = ok && picture_check_pdf(o, "x.pdf", bytes, length, &err);
    ck_assert(ok || strncmp(err.what, "the PDF was not made whole", 26) == 0);
    ck_assert(ok || err.next[0]);
    outdir_discard(o, "x.pdf");
    return ok;
}

START_TEST(a_harmed_pdf_is_found)
{
    size_t length = 0;
    char *bytes = make_pdf(&length);
    ck_assert(is_saved(bytes, length));
    for (size_t k = 0; k < 20; k++) {
        size_t left = length;
        char *harmed = harm(bytes, &left, harms[_i], length * k / 20, 2048);
        ck_assert_msg(!is_saved(harmed, left), "harm %d at %zu", _i, length * k / 20);
        free(harmed);
    }
    free(bytes);
}
END_TEST

START_TEST(a_missing_reader_of_pdf_is_named)
{
    struct error err = {0};
    SCOPED_TEXT path = memory_copy(getenv("PATH")); /* restored, for runs without fork */
    ck_assert_int_eq(setenv("PATH", "/nonexistent", 1), 0);
    bool ok = picture_check_has_reader(&err);
    setenv("PATH", path, 1);
    ck_assert(!ok);
    ck_assert_ptr_nonnull(strstr(err.next, "apt install poppler-utils"));
}
END_TEST

Suite *suite_report_picture(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("report/picture", &tcase);
    tcase_add_checked_fixture(tcase, begin, end);
    ADD_TABLE_TEST(tcase, an_svg_is_well_formed, svgs);
    tcase_add_test(tcase, nothing_drawn_is_no_picture);
    tcase_add_test(tcase, two_drawings_must_be_alike);
    ADD_TABLE_TEST(tcase, a_harmed_png_is_found, harms);
    ADD_TABLE_TEST(tcase, a_harmed_pdf_is_found, harms);
    tcase_add_test(tcase, a_missing_reader_of_pdf_is_named);
    return suite;
}
