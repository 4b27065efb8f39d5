/* SPDX-License-Identifier: MIT */
#include "report/pdf.h"

#include "base/memory.h"
#include "base/process.h"
#include "report/doomed_tree.h"
#include "report/picture.h"

#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECONDS = 900 };

static const char converter[] = "chromium";

bool pdf_check_converter(struct error *err)
{
    return process_check_installed(converter, err);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
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

bool pdf_print(struct outdir *o, const char *page, const char *pdf, struct error *err)
{
    const char *folder = getenv("TMPDIR");
    char *profile = memory_print("%s/concord-pdf-XXXXXX", folder && *folder ? folder : "/tmp");
    outdir_note(o, pdf);
    bool ok = mkdtemp(profile) != NULL;
    if (ok) {
        doomed_tree_set(profile);
        ok = print_with_profile(o, page, pdf, profile, err);
        doomed_tree_set(NULL);
        nftw(profile, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    } else {
        error_set(err, ERROR_OUTPUT, profile, 0, "Set TMPDIR to a folder that can be written.",
                  "no temporary folder can be made");
    }
    free(profile);
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
