/* SPDX-License-Identifier: MIT */
#include "intake/misheadings.h"

#include "base/memory.h"
#include "base/text.h"
#include "intake/table_sight.h"

#include <ctype.h>

enum { HEADING_BYTES_SHOWN = 64 };

/* Identifiers are short or have no spaces, ask nothing, and nearly always have a digit. */
static bool reads_like_wording(struct slice s, bool is_strict)
{
    enum { LONG = 40, FEW_SPACES = 2 };
    size_t spaces = 0, digits = 0;
    bool asks = false;
    for (size_t i = 0; i < s.length; i++) {
        spaces += s.bytes[i] == ' ';
        digits += isdigit((unsigned char)s.bytes[i]) != 0;
        asks = asks || s.bytes[i] == '?';
    }
    if (spaces == 0)
        return false;
    return asks || s.length > LONG || (!is_strict && digits == 0 && spaces >= FEW_SPACES);
}

static bool is_alias(const struct table *t, int column)
{
    return t->header.aliases[column].length > 0;
}

static bool lacks(const struct table *t, int column)
{
    return t->header.fields[column] < 0;
}

void misheadings_begin(struct misheadings *m, const struct table *t)
{
    *m = (struct misheadings){.requests_before = t->intake->registry.request_count};
}

void misheadings_row(struct misheadings *m, const struct table *t)
{
    const struct value *values = t->row.values;
    if (is_alias(t, RESPONSE_ID))
        m->worded_ids += reads_like_wording(values[RESPONSE_ID].text, false) ||
                         says_answer(&t->intake->registry.book, values[RESPONSE_ID].text);
    if (values[RESPONSE_LINK].is_known) {
        m->links++;
        m->s21_links += values[RESPONSE_STANCE].number == STANCE_HELD_S21;
    }
}

/* The heading of a column, to be shown in the words of a notice. */
static const char *heading_of(const struct table *t, int column, char out[HEADING_BYTES_SHOWN])
{
    struct slice alias = t->header.aliases[column];
    csv_show_value(alias.length ? alias : slice_of(t->contract->columns[column].name), out,
                   HEADING_BYTES_SHOWN);
    return out;
}

static bool tell_requests(const struct misheadings *m, const struct table *t, struct error *err)
{
    enum { FEWEST = 3 };
    const struct registry *r = &t->intake->registry;
    bool is_own_name = !is_alias(t, RESPONSE_REQUEST);
    int64_t rows = t->account.accepted, worded = 0;
    int64_t found = (int64_t)(r->request_count - m->requests_before);
    for (size_t i = m->requests_before; i < r->request_count; i++)
        worded += reads_like_wording(slice_of(r->request_list[i].id), is_own_name);
    bool is_each_its_own = !is_own_name && rows >= FEWEST && found == rows;
    if (!worded && !is_each_its_own)
        return true;
    char heading[HEADING_BYTES_SHOWN];
    struct ledger_notice notice = {"wording-for-request", 0, rows};
    SCOPED_TEXT like = memory_print(", of which %lld %s like wording", (long long)worded,
                                    text_plural(worded, "reads", "read"));
    return ledger_notice(t->account.ledger, &t->account, &notice, err,
                         "%lld %s %lld different %s%s%s. Does the column \"%s\" hold the wording? "
                         "Then give each request a number or a name of its own, in request_id",
                         (long long)rows, text_plural(rows, "row has", "rows have"),
                         (long long)found, text_plural(found, "request", "requests"),
                         worded ? like : "", is_each_its_own ? ": nothing can be compared" : "",
                         heading_of(t, RESPONSE_REQUEST, heading));
}

static bool tell_identifiers(const struct misheadings *m, const struct table *t, struct error *err)
{
    if (!m->worded_ids)
        return true;
    char heading[HEADING_BYTES_SHOWN];
    struct ledger_notice notice = {"wording-for-identifier", 0, m->worded_ids};
    return ledger_notice(t->account.ledger, &t->account, &notice, err,
                         "the column \"%s\" is read as response_id, and %lld of its values %s like "
                         "an answer or its wording: does it hold the answer? Then rename it to "
                         "stance or text, and give each row an identifier in response_id",
                         heading_of(t, RESPONSE_ID, heading), (long long)m->worded_ids,
                         text_plural(m->worded_ids, "reads", "read"));
}

static bool tell_links(const struct misheadings *m, const struct table *t, struct error *err)
{
    if (!m->links || m->s21_links || !lacks(t, RESPONSE_SOURCE_URL))
        return true;
    char heading[HEADING_BYTES_SHOWN];
    struct ledger_notice notice = {"link-without-s21", 0, m->links};
    return ledger_notice(t->account.ledger, &t->account, &notice, err,
                         "the column \"%s\" is read as the link given under section 21, and no "
                         "row that has one is held_s21: is it where the answer can be read? Then "
                         "rename it to source_url",
                         heading_of(t, RESPONSE_LINK, heading));
}

bool misheadings_tell(const struct misheadings *m, const struct table *t, struct error *err)
{
    return tell_requests(m, t, err) && tell_identifiers(m, t, err) && tell_links(m, t, err);
}
