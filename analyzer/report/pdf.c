/* SPDX-License-Identifier: MIT */
#include "report/pdf.h"

#include "base/memory.h"
#include "base/process.h"
#include "report/picture.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char converter[] = "chromium";

bool pdf_check_converter(struct error *err)
{
    return process_check_installed(converter, err);
}

/* A profile of its own, so that a running browser of the user's is left alone, and its
 * temporary files beside it, which it would leave when it is ended. */
static bool print_with_profile(const struct outdir *o, const char *page, const char *pdf,
                               const char *profile, struct error *err)
{
    SCOPED_TEXT temporary = memory_print("TMPDIR=%s", profile);
    SCOPED_TEXT profile_option = memory_print("--user-data-dir=%s", profile);
    SCOPED_TEXT pdf_option = memory_print("--print-to-pdf=%s", pdf);
    const char *const argv[] = {
        "env", temporary, "timeout", "900", converter, "--headless", "--disable-gpu",
        "--no-first-run", "--disable-background-networking", "--disable-extensions",
        "--disable-sync", "--no-pdf-header-footer", profile_option, pdf_option, page,
        /* Its sandbox does not start for root. */
        geteuid() == 0 ? "--no-sandbox" : NULL, NULL};
    return process_run(argv, outdir_path(o), err);
}

/* The path of the profile is short: sockets in it have no room for more than 107 bytes. */
bool pdf_print(struct outdir *o, const char *page, const char *pdf, struct error *err)
{
    static const char profile[] = "p";
    struct outdir *temporary = NULL;
    outdir_note(o, pdf);
    if (!outdir_begin_scratch(outdir_temporary(), "concord-pdf",
                              "Set TMPDIR to a folder that can be written.", &temporary, err))
        return false;
    SCOPED_TEXT path = memory_print("%s/%s", outdir_path(temporary), profile);
    bool ok =
        outdir_make_tree(temporary, profile, err) && print_with_profile(o, page, pdf, path, err);
    outdir_abandon(temporary);
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

bool pdf_settle(const struct outdir *o, const char *pdf, const char *day, struct error *err)
{
    char stamp[16];
    snprintf(stamp, sizeof stamp, "%.8s000000", day);
    size_t length = 0;
    char *bytes = picture_read(o, pdf, &length, err);
    if (!bytes)
        return false;
    char *path = memory_print("%s/%s", outdir_path(o), pdf);
    set_dates(bytes, length, stamp);
    FILE *out = fopen(path, "r+e");
    bool ok = out && length > 6 && memcmp(bytes + length - 6, "%%EOF\n", 6) == 0 &&
              fwrite(bytes, 1, length, out) == length;
    if (out && fclose(out) != 0)
        ok = false;
    free(bytes);
    free(path);
    return ok || error_set(err, ERROR_OUTPUT, pdf, 0, "Free some space, then run again.",
                           "the PDF could not be written whole");
}
