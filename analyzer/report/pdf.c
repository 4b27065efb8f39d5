/* SPDX-License-Identifier: MIT */
#include "report/pdf.h"

#include "base/memory.h"
#include "base/memory_file.h"
#include "base/process.h"
#include "base/text.h"
#include "report/picture_check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECONDS = 900 };

static const char converter[] = "chromium";

bool pdf_check_converter(struct error *err)
{
    return process_check_installed(converter, err) && picture_check_has_reader(err);
}

/* A profile of its own, so that a running browser of the user's is left alone, and its
 * temporary files beside it, which it would leave when it is ended. */
static bool print_with_profile(const struct outdir *o, const char *page, const char *pdf,
                               const char *profile, struct error *err)
{
    SCOPED_TEXT temporary = memory_print("TMPDIR=%s", profile);
    SCOPED_TEXT profile_option = memory_print("--user-data-dir=%s", profile);
    SCOPED_TEXT pdf_option = memory_print("--print-to-pdf=%s", pdf);
    const char *const argv[] = {converter, "--headless", "--disable-gpu", "--no-first-run",
                                "--disable-background-networking", "--disable-extensions",
                                "--disable-sync", "--no-pdf-header-footer", profile_option,
                                pdf_option, page,
                                /* Its sandbox does not start for root. */
                                geteuid() == 0 ? "--no-sandbox" : NULL, NULL};
    const struct process_order order = {
        .argv = argv, .folder = outdir_path(o), .setting = temporary, .seconds = SECONDS};
    return process_run(&order, err);
}

/* Into the file at that path, which is there. The path of the profile is short: sockets in it
 * have no room for more than 107 bytes. */
static bool print_to(const struct outdir *o, const char *page, const char *path, struct error *err)
{
    static const char profile[] = "p";
    struct outdir *temporary = NULL;
    if (!outdir_begin_scratch(outdir_temporary(), "concord-pdf",
                              "Set TMPDIR to a folder that can be written.", &temporary, err))
        return false;
    SCOPED_TEXT folder = memory_print("%s/%s", outdir_path(temporary), profile);
    bool ok =
        outdir_make_tree(temporary, profile, err) && print_with_profile(o, page, path, folder, err);
    outdir_abandon(temporary);
    return ok;
}

/* The browser's own processes do not have our files, so it is told of them by our number. */
bool pdf_print(struct outdir *o, const char *page, const char *pdf, const char *day,
               struct error *err)
{
    int canvas = -1;
    if (!memory_file_open(&canvas, err))
        return false;
    SCOPED_TEXT path = memory_print("/proc/%d/fd/%d", (int)getpid(), canvas);
    bool ok = print_to(o, page, path, err);
    if (ok) {
        struct picture made = {0};
        made.bytes = memory_file_read(canvas, &made.length);
        ok = pdf_save(o, pdf, made, day, err);
        free(made.bytes);
    }
    memory_file_close(canvas);
    return ok;
}

/* The digits behind "/CreationDate (D:" and "/ModDate (D:". */
static void set_dates(char *bytes, size_t length, const char *stamp)
{
    static const char *const keys[] = {"/CreationDate (D:", "/ModDate (D:"};
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        size_t key_length = strlen(keys[k]), stamp_length = strlen(stamp);
        char *at = bytes, *end = bytes + length;
        while ((at = memmem(at, (size_t)(end - at), keys[k], key_length))) {
            at += key_length;
            if ((size_t)(end - at) >= stamp_length)
                memcpy(at, stamp, stamp_length);
        }
    }
}

bool pdf_save(struct outdir *o, const char *pdf, struct picture made, const char *day,
              struct error *err)
{
    char stamp[16];
    text_fit(stamp, sizeof stamp, "%.8s000000", day);
    set_dates(made.bytes, made.length, stamp);
    if (made.length == 0)
        return error_set(err, ERROR_OUTPUT, pdf, 0,
                         "Free some space where TMPDIR says, then run again.",
                         "nothing was printed");
    return picture_save(o, pdf, made, err) &&
           picture_check_pdf(o, pdf, made.bytes, made.length, err);
}
