/* SPDX-License-Identifier: MIT */
#include "evidence/about.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/version.h"
#include "store/query.h"

#include <stdlib.h>
#include <string.h>

static char *kept(sqlite3_stmt *s, const char *column)
{
    return query_is_null(s, column) ? NULL : slice_copy(query_get_text(s, column));
}

/* The options of the audit, of files and folders the last part alone: where they lay on somebody's
 * machine is nobody's business. The caller frees. */
static char *options_without_paths(const char *options)
{
    static const char *const named[] = {"--rules ", "--baseline ", "--boundaries ", "--forces ",
                                        NULL};
    char *text = slice_copy(slice_trim(slice_of(options)));
    for (const char *const *name = named; *name; name++) {
        char *value = strstr(text, *name);
        if (!value)
            continue;
        value += strlen(*name);
        const char *next = strstr(value, " --");
        size_t length = next ? (size_t)(next - value) : strlen(value);
        const char *slash = memrchr(value, '/', length);
        if (!slash)
            continue;
        bool is_quoted = *value == '\'';
        memmove(value + is_quoted, slash + 1, strlen(slash + 1) + 1);
    }
    return text;
}

bool about_forget_paths(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "bag_options");
    SCOPED_TEXT options =
        query_next(s) ? options_without_paths(query_get_text(s, "options").bytes) : NULL;
    if (!query_done(s, err))
        return false;
    SCOPED_QUERY set = query_prepare(db, "bag_set_options");
    query_bind_text(set, "options", slice_of(options ? options : ""));
    return query_run(set, err);
}

bool about_audit_read(sqlite3 *db, struct about_audit *ret, struct error *err)
{
    *ret = (struct about_audit){.version = NULL};
    SCOPED_QUERY s = query_prepare(db, "bag_audit");
    while (query_next(s)) {
        ret->version = kept(s, "version");
        ret->pack = kept(s, "pack");
        ret->label = kept(s, "label");
        ret->as_of = kept(s, "as_of");
        ret->options = kept(s, "options");
        ret->marking = kept(s, "marking");
        ret->as_of_day = (int32_t)query_get_int(s, "as_of_day");
        ret->is_public = query_get_int(s, "is_public") != 0;
        ret->answers = (size_t)query_get_int(s, "answers");
        ret->findings = (size_t)query_get_int(s, "findings");
        ret->without_letter = (size_t)query_get_int(s, "without_letter");
        ret->by_machine = (size_t)query_get_int(s, "by_machine");
    }
    return query_done(s, err);
}

void about_audit_done(struct about_audit *audit)
{
    char *owned[] = {audit->version, audit->pack,    audit->label,
                     audit->as_of,   audit->options, audit->marking};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        free(owned[i]);
}

char *about_subject(const struct scope *scope)
{
    return memory_print("%s%s%s%s%s", scope->force, scope->request_id ? ", request " : "",
                        scope->request_id ? scope->request_id : "", scope->tool ? ", " : "",
                        scope->tool ? scope->tool : "");
}

const char *about_masking(bool is_unmasked)
{
    return is_unmasked
               ? "Nothing is masked: names, addresses and numbers of persons stand in full."
               : "Names of persons, e-mail and postal addresses, telephone numbers, dates of "
                 "birth and numbers that stand for a person are masked where a pattern "
                 "finds them: [masked: person]. No pattern finds all.";
}

const char *about_masking_short(bool is_unmasked)
{
    return is_unmasked ? "Not masked: persons are named in full."
                       : "Persons are masked, by patterns.";
}

const char *about_dates(void)
{
    return "Every date here is the audit's. The day on which the bag was made is not told, so that "
           "the same audit gives the same bag, byte for byte.";
}

const char *about_paths(void)
{
    return "The last part alone: where files lay is not told, nor where the bag was written to.";
}

/* In lines of at most 88 characters, later ones below the first word. */
static void write_wrapped(FILE *out, const char *label, const char *text)
{
    enum { MOST = 88 };
    struct slice rest = slice_of(text), word;
    size_t column = (size_t)fprintf(out, "%s", label);
    for (bool is_first = true; slice_next_part(&rest, ' ', &word); is_first = false) {
        if (!is_first && column + 1 + word.length > MOST)
            column = (size_t)fprintf(out, "\n%*s", (int)strlen(label), "") - 1;
        else if (!is_first)
            column += (size_t)fprintf(out, " ");
        column += fwrite(word.bytes, 1, word.length, out);
    }
    fputc('\n', out);
}

static void write_heading(FILE *out, const char *text)
{
    fprintf(out, "\n%s\n", text);
    for (size_t i = 0; text[i]; i++)
        fputc('-', out);
    fputc('\n', out);
}

static void write_how(FILE *out, const struct about_order *o)
{
    const struct about_audit *audit = o->audit;
    write_heading(out, "How it was made");
    fprintf(out, "Command:  %s\n", o->plan->command);
    write_wrapped(out, "Paths:    ", about_paths());
    write_wrapped(out, "Dates:    ", about_dates());
    fprintf(out, "Program:  concord %s\n", concord_version());
    fprintf(out, "Audit:    of the pack \"%s\"%s%s, by concord %s%s%s\n", audit->pack,
            audit->as_of ? ", as of " : "", audit->as_of ? audit->as_of : "", audit->version,
            audit->options ? ", with " : "", audit->options ? audit->options : "");
    if (audit->label)
        fprintf(out, "Label:    %s\n", audit->label);
    if (audit->marking)
        fprintf(out, "Marking:  %s\n", audit->marking);
    if (audit->by_machine)
        fprintf(out,
                "\n%zu of the %zu rows %s read by the program alone, and seen by nobody: "
                "coded_by is\nmachine in rows.csv.\n",
                audit->by_machine, audit->answers,
                text_plural((int64_t)audit->by_machine, "was", "were"));
}

static void write_contents(FILE *out, const struct bag *bag)
{
    write_heading(out, "What is in it");
    for (size_t i = 0; i < bag->count; i++)
        if (!strchr(bag->files[i].name, '/'))
            fprintf(out, "%-22s %s\n", bag->files[i].name, bag->files[i].about);
    fprintf(out, "%-22s %s\n", "masked.csv", "Where something is masked, and of what kind.");
    fprintf(out, "%-22s %s\n", "about.txt", "This page.");
}

static void write_letters(FILE *out, const struct about_order *o)
{
    const struct letters_told *told = o->letters;
    write_heading(out, "Letters");
    if (told->letters)
        fprintf(out, "%zu %s in letters/, as text.\n", told->letters,
                text_plural((int64_t)told->letters, "letter", "letters"));
    else
        fputs("The words of no letter are in it.\n", out);
    if (told->originals)
        fprintf(out, "%zu of the files themselves in letters/originals/, byte for byte.\n",
                told->originals);
    if (o->audit->without_letter)
        fprintf(out,
                "%zu of %zu %s no words in the pack, only what was coded and the address of the "
                "page:\nsee source_url in rows.csv.\n",
                o->audit->without_letter, o->audit->answers,
                text_plural((int64_t)o->audit->answers, "row has", "rows have"));
    if (told->missing_count)
        fprintf(out, "\nNot here:\n%s", told->missing);
}

static void write_limits(FILE *out, const struct about_order *o)
{
    write_heading(out, "What is masked");
    write_wrapped(out, "", about_masking(o->plan->is_unmasked));
    if (!o->plan->is_unmasked)
        fprintf(out,
                "%zu %s; masked.csv says where and of what kind, not what. Names of forces and "
                "tools,\ndates, references and sections of Acts stay. Masks are found by patterns: "
                "read what you\nhand over.\n",
                o->masks, text_plural((int64_t)o->masks, "mask", "masks"));
    write_heading(out, "What is left out");
    fputs(
        "Of other forces: what they have published, and nothing else; no remark of whoever coded\n"
        "their rows, and no figure about them.\n",
        out);
    if (!o->plan->is_internal)
        fputs(
            "What an audit for the public leaves out: figures about what a single force may use.\n"
            "--audience internal gives those of this force.\n",
            out);
}

static void write_checks(FILE *out)
{
    write_heading(out, "How to check it");
    fputs("This is a bag by RFC 8493. In its folder:\n\n"
          "  sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt\n\n"
          "says of each file whether it is as it was written. chain-of-custody.csv has a line for\n"
          "each row of the tables and each letter: the file and line it comes from, the SHA-256\n"
          "before and after masking (of a row: of its record, without the end of the line), and\n"
          "who coded it. Where a cell begins with what a spreadsheet takes for a formula, an\n"
          "apostrophe stands before it.\n",
          out);
}

bool about_write(struct bag *bag, const struct about_order *order, struct error *err)
{
    FILE *out;
    SCOPED_TEXT subject = about_subject(order->scope);
    char *page;
    size_t length;
    out = memory_stream(&page, &length);
    if (order->audit->marking)
        fprintf(out, "%s\n\n", order->audit->marking);
    fprintf(out, "Evidence about %s\n", subject);
    for (size_t i = 0; i < strlen("Evidence about ") + strlen(subject); i++)
        fputc('=', out);
    fprintf(out, "\n\n%zu %s, %zu %s.\n", order->audit->answers,
            text_plural((int64_t)order->audit->answers, "row of answers", "rows of answers"),
            order->audit->findings,
            text_plural((int64_t)order->audit->findings, "finding", "findings"));
    write_wrapped(out, "", about_masking(order->plan->is_unmasked));
    write_contents(out, bag);
    write_letters(out, order);
    write_how(out, order);
    write_limits(out, order);
    write_checks(out);
    if (order->audit->marking)
        fprintf(out, "\n%s\n", order->audit->marking);
    memory_stream_end(out);
    bool ok = bag_write(bag, "about.txt", "What the bag holds, and how it was made.",
                        (struct slice){page, length}, err);
    free(page);
    return ok;
}
