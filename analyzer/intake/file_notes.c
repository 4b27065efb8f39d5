/* SPDX-License-Identifier: MIT */
#include "intake/file_notes.h"

#include "base/memory.h"
#include "base/text.h"

static bool tell_windows(struct encoding_doubt doubt, const struct account *account,
                         struct error *err)
{
    struct ledger_notice notice = {"windows-1252", doubt.not_utf8, 1};
    SCOPED_TEXT others = memory_print(
        "; %ld other %s UTF-8: are there two encodings in one file?", doubt.other_utf8,
        doubt.other_utf8 == 1 ? "line with more than ASCII is" : "lines with more than ASCII are");
    return ledger_notice(account->ledger, account, &notice, err,
                         "not UTF-8 throughout, which line %ld is the first to show: read as "
                         "Windows-1252%s",
                         doubt.not_utf8, doubt.other_utf8 ? others : "");
}

static bool tell_lost_letters(struct encoding_doubt doubt, const struct account *account,
                              struct error *err)
{
    struct ledger_notice notice = {"lost-letters", doubt.lost, 1};
    return !doubt.lost || ledger_notice(account->ledger, account, &notice, err,
                                        "has U+FFFD, which programs write for a letter that they "
                                        "cannot read: save the file from its source as UTF-8");
}

bool file_notes_tell_encoding(const struct csv_reader *reader, const struct account *account,
                              struct error *err)
{
    struct encoding_doubt doubt = csv_reader_doubt(reader);
    if (doubt.not_utf8)
        return tell_windows(doubt, account, err);
    struct ledger_notice notice = {"encoded-twice", doubt.twice, 1};
    if (!tell_lost_letters(doubt, account, err))
        return false;
    return !doubt.twice ||
           ledger_notice(account->ledger, account, &notice, err,
                         "has letters that look like UTF-8 which was read as Windows-1252 and "
                         "saved as UTF-8 again: save the file from its source as UTF-8");
}

void file_notes_row(struct file_notes *notes, const struct csv_row *row)
{
    if (!row->swallowed.first || notes->swallowing++)
        return;
    notes->line = row->line;
    notes->last_line = row->last_line;
    notes->swallowed = row->swallowed;
}

bool file_notes_tell_rows(const struct file_notes *notes, const struct account *account,
                          struct error *err)
{
    if (!notes->swallowing)
        return true;
    struct ledger_notice notice = {"swallowed-rows", notes->line, notes->swallowing};
    struct swallowed s = notes->swallowed;
    char lines[80];
    if (s.first == s.last)
        text_fit(lines, sizeof lines, "line %ld looks like a row of its own", s.first);
    else
        text_fit(lines, sizeof lines, "lines %ld %s %ld look like rows of their own", s.first,
                 s.first + 1 == s.last ? "and" : "to", s.last);
    SCOPED_TEXT further =
        memory_print(" (%lld further %s likewise)", (long long)notes->swallowing - 1,
                     text_plural(notes->swallowing - 1, "row", "rows"));
    return ledger_notice(account->ledger, account, &notice, err,
                         "this row runs to line %ld, and %s: is there a quote that should not be "
                         "there?%s",
                         notes->last_line, lines, notes->swallowing > 1 ? further : "");
}
