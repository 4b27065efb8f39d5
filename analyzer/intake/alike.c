/* SPDX-License-Identifier: MIT */
#include "intake/alike.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "domain/likeness.h"
#include "domain/request_id.h"
#include "store/statements.h"

#include <stdlib.h>

/* Something that rows name, and what makes it like another. */
struct named {
    char *key; /* equal for what looks alike */
    char *id;
    int32_t number;
    bool is_listed;
    bool is_number; /* a circulation number, as which the others are meant */
};

struct rows {
    int64_t n, line;
};

/* All tools, all requests or all questions. */
struct kind {
    const char *what, *file, *row_counts; /* "tool", "tools.csv", a statement */
    struct named *list;
    size_t count, room;
    int32_t numbers; /* the greatest number */
    struct rows *rows;
    int64_t told;
};

/* Where notices go. */
struct teller {
    struct intake *intake;
    struct account account; /* of responses.csv, if it was read */
    struct error *err;
};

static void add(struct kind *kind, const char *key, const char *id, int32_t number, bool is_listed)
{
    if (number > kind->numbers)
        kind->numbers = number;
    /* What has neither letter nor digit looks like nothing else. */
    if (!*key)
        return;
    kind->list = memory_grow(kind->list, kind->count, &kind->room, sizeof *kind->list);
    kind->list[kind->count++] = (struct named){memory_copy(key), memory_copy(id), number, is_listed,
                                               request_id_is_number(slice_of(id))};
}

static void done(struct kind *kind)
{
    for (size_t i = 0; i < kind->count; i++) {
        free(kind->list[i].key);
        free(kind->list[i].id);
    }
    free(kind->list);
    free(kind->rows);
}

static int compare(const void *a, const void *b)
{
    const struct named *one = a, *other = b;
    int order = strcmp(one->key, other->key);
    if (order)
        return order;
    if (one->is_listed != other->is_listed)
        return one->is_listed ? -1 : 1;
    if (one->is_number != other->is_number)
        return one->is_number ? -1 : 1;
    return strcmp(one->id, other->id);
}

struct count_row {
    int32_t number;
    int64_t n, line;
};
static const struct field count_fields[] = {
    FIELD(struct count_row, number),
    FIELD(struct count_row, n),
    FIELD(struct count_row, line),
};

/* Only where there is something to tell: a look at every response. */
static bool count_rows(struct kind *kind, struct teller *to)
{
    if (kind->rows)
        return true;
    kind->rows = memory_new((size_t)kind->numbers + 1, sizeof *kind->rows);
    SCOPED_ROW_MAP counts = row_reader(to->intake->db, kind->row_counts, count_fields);
    struct count_row row;
    while (row_next(&counts, &row))
        if (row.number <= kind->numbers)
            kind->rows[row.number] = (struct rows){row.n, row.line};
    return row_done(&counts, to->err);
}

static bool tell_rest(const struct kind *kind, struct teller *to)
{
    int64_t rest = kind->told - ALIKE_TOLD;
    struct ledger_notice notice = {"alike-names", 0, rest};
    return rest <= 0 ||
           ledger_notice(&to->intake->ledger, NULL, &notice, to->err,
                         "%lld further %s that nearly agree%s with another", (long long)rest,
                         text_plural(rest, kind->what, "names"), rest == 1 ? "s" : "");
}

static bool tell_pair(struct kind *kind, const struct named *odd, const struct named *other,
                      struct teller *to)
{
    if (kind->told++ >= ALIKE_TOLD)
        return true;
    if (!count_rows(kind, to))
        return false;
    const struct rows *own = &kind->rows[odd->number], *others = &kind->rows[other->number];
    struct ledger_notice notice = {"alike-names", (long)own->line, own->n};
    /* The key of a question begins with its request. */
    SCOPED_TEXT of = memory_print(" of request %.*s", (int)strcspn(odd->key, "\n"), odd->key);
    return ledger_notice(&to->intake->ledger, own->n ? &to->account : NULL, &notice, to->err,
                         "\"%s\" (%lld %s) and \"%s\" (%lld %s)%s are two %ss, whose answers are "
                         "not compared: if one is meant, write it one way%s%s",
                         SHOWN(odd->id, 80), (long long)own->n, text_plural(own->n, "row", "rows"),
                         SHOWN(other->id, 80), (long long)others->n,
                         text_plural(others->n, "row", "rows"), strchr(odd->key, '\n') ? of : "",
                         kind->what, *kind->file ? ", or list the other as an alias in " : "",
                         kind->file);
}

/* Pairs each with the first of those that look like it. */
static bool tell_pairs(struct kind *kind, struct teller *to)
{
    if (kind->count > 1)
        qsort(kind->list, kind->count, sizeof *kind->list, compare);
    const struct named *first = kind->list;
    for (size_t i = 1; i < kind->count; i++) {
        const struct named *next = &kind->list[i];
        if (strcmp(first->key, next->key) != 0)
            first = next;
        else if (!next->is_listed && next->number != first->number &&
                 next->number != next[-1].number && !tell_pair(kind, next, first, to))
            return false;
    }
    return true;
}

struct called_row {
    int32_t number;
    struct slice name, aliases;
};
static const struct field called_fields[] = {
    FIELD(struct called_row, number),
    FIELD(struct called_row, name),
    FIELD(struct called_row, aliases),
};

/* The tool is called so too. */
static void add_call(struct kind *tools, const struct registry *r, int32_t number,
                     struct slice text)
{
    char key[NAME_BYTES], latin[NAME_BYTES];
    likeness_of_tool(lookalikes_liken(&r->lookalikes, text, latin, NAME_BYTES), key);
    const struct tool_entry *tool = &r->tool_list[number - 1];
    add(tools, key, tool->id, number, tool->is_listed);
}

/* As tools.csv writes them: of a trade mark, the folded name has made letters. */
static bool add_calls(struct kind *tools, struct teller *to)
{
    SCOPED_ROW_MAP rows = row_reader(to->intake->db, "tools_called", called_fields);
    struct called_row row;
    while (row_next(&rows, &row)) {
        add_call(tools, &to->intake->registry, row.number, row.name);
        struct slice alias;
        while (slice_next_part(&row.aliases, ';', &alias))
            add_call(tools, &to->intake->registry, row.number, alias);
    }
    return row_done(&rows, to->err);
}

static bool tell_tools(struct teller *to)
{
    const struct registry *r = &to->intake->registry;
    struct kind tools = {
        .what = "tool", .file = "tools.csv", .row_counts = STATEMENT("rows_by_tool")};
    /* Names without their parenthesis are among these. */
    for (size_t i = 0; i < r->tools.count; i++)
        if (r->tools.entries[i].number > 0)
            add_call(&tools, r, r->tools.entries[i].number, slice_of(r->tools.index.texts[i]));
    for (size_t i = 0; i < r->tool_count; i++)
        add_call(&tools, r, (int32_t)i + 1, slice_of(r->tool_list[i].id));
    bool ok = add_calls(&tools, to) && tell_pairs(&tools, to) && tell_rest(&tools, to);
    done(&tools);
    return ok;
}

/* The key of a request. */
static void write_request_key(const struct registry *r, const char *id, char key[NAME_BYTES])
{
    char latin[NAME_BYTES];
    likeness_of_request(lookalikes_liken(&r->lookalikes, slice_of(id), latin, sizeof latin), key);
}

/* Another request whose number stands within the identifier, beside other things, or 0. */
static int32_t request_within(const struct registry *r, const char *id, int32_t own)
{
    char folded[NAME_BYTES], latin[NAME_BYTES], number[ID_BYTES], key[NAME_BYTES],
        other[NAME_BYTES];
    name_fold(lookalikes_liken(&r->lookalikes, slice_of(id), latin, sizeof latin), folded);
    write_request_key(r, id, key);
    struct slice rest = slice_of(folded);
    while (likeness_next_number(&rest, number, sizeof number)) {
        int32_t found = registry_find_request(r, slice_of(number));
        write_request_key(r, number, other);
        if (found > 0 && found != own && strcmp(key, other) != 0)
            return found;
    }
    return 0;
}

/* Whose identifiers hold the number of another, under the one that no file lists: by its own
 * identifier, so that the order of rows means nothing. */
static bool add_within(struct kind *within, const struct registry *r, int32_t number)
{
    const struct request_entry *outer = &r->request_list[number - 1];
    int32_t found = request_within(r, outer->id, number);
    if (!found)
        return false;
    const struct request_entry *inner = &r->request_list[found - 1];
    if (!outer->is_listed)
        add(within, outer->id, inner->id, number, false);
    else if (!inner->is_listed)
        add(within, inner->id, outer->id, found, false);
    return !outer->is_listed;
}

static bool tell_within(struct kind *within, struct kind *requests, struct teller *to)
{
    if (within->count > 1)
        qsort(within->list, within->count, sizeof *within->list, compare);
    for (size_t i = 0; i < within->count; i++) {
        struct named odd = within->list[i], other = odd;
        odd.id = odd.key;
        other.number = registry_find_request(&to->intake->registry, slice_of(other.id));
        if (!tell_pair(requests, &odd, &other, to))
            return false;
    }
    return true;
}

/* Those that a list of numbers stands for, in byte order. */
static bool tell_lists(struct kind *requests, struct teller *to)
{
    const struct registry *r = &to->intake->registry;
    struct kind lists = {0};
    for (size_t i = 0; i < r->request_count; i++)
        if (!r->request_list[i].is_listed && request_says_several(slice_of(r->request_list[i].id)))
            add(&lists, r->request_list[i].id, r->request_list[i].id, (int32_t)i + 1, false);
    if (lists.count > 1)
        qsort(lists.list, lists.count, sizeof *lists.list, compare);
    bool ok = true;
    for (size_t i = 0; ok && i < lists.count && i < ALIKE_TOLD; i++) {
        ok = count_rows(requests, to);
        const struct rows *rows = ok ? &requests->rows[lists.list[i].number] : NULL;
        struct ledger_notice notice = {"odd-request", ok ? (long)rows->line : 0, ok ? rows->n : 0};
        ok = ok && ledger_notice(&to->intake->ledger, &to->account, &notice, to->err,
                                 "%lld %s the request \"%s\", a list that is taken as one request "
                                 "of that name: give each request a row of its own",
                                 (long long)rows->n, text_plural(rows->n, "row has", "rows have"),
                                 SHOWN(lists.list[i].id, 80));
    }
    done(&lists);
    return ok;
}

static bool tell_requests(struct teller *to)
{
    const struct registry *r = &to->intake->registry;
    struct kind requests = {.what = "request",
                            .file = "requests.csv",
                            .row_counts = STATEMENT("rows_by_request"),
                            .numbers = (int32_t)r->request_count};
    struct kind within = {0};
    char key[NAME_BYTES];
    for (size_t i = 0; i < r->request_count; i++) {
        const struct request_entry *request = &r->request_list[i];
        write_request_key(r, request->id, key);
        if (!add_within(&within, r, (int32_t)i + 1))
            add(&requests, key, request->id, (int32_t)i + 1, request->is_listed);
    }
    for (size_t i = 0; i < r->requests.count; i++) {
        int32_t number = r->requests.entries[i].number;
        write_request_key(r, r->requests.index.texts[i], key);
        if (number > 0)
            add(&requests, key, r->request_list[number - 1].id, number, true);
    }
    bool ok = tell_lists(&requests, to) && tell_within(&within, &requests, to) &&
              tell_pairs(&requests, to) && tell_rest(&requests, to);
    done(&requests);
    done(&within);
    return ok;
}

struct question_row {
    int32_t number;
    bool is_listed;
    const char *id, *request_id;
};
static const struct field question_fields[] = {
    FIELD(struct question_row, number),
    FIELD(struct question_row, is_listed),
    FIELD(struct question_row, id),
    FIELD(struct question_row, request_id),
};

/* A label that is hardly one question. */
static bool tell_odd_label(struct kind *kind, const struct question_row *row, struct teller *to)
{
    struct slice id = slice_of(row->id);
    bool is_whole = question_says_whole(id), is_none = question_says_nothing(id);
    if (row->is_listed || (!is_whole && !is_none && !question_says_several(id)) ||
        kind->told++ >= ALIKE_TOLD)
        return true;
    if (!count_rows(kind, to))
        return false;
    const struct rows *rows = &kind->rows[row->number];
    struct ledger_notice notice = {"odd-question", (long)rows->line, rows->n};
    return ledger_notice(&to->intake->ledger, &to->account, &notice, to->err,
                         "%lld %s the question \"%s\" of request \"%s\", which is taken as one "
                         "question of that name: %s",
                         (long long)rows->n, text_plural(rows->n, "row has", "rows have"),
                         SHOWN(row->id, 80), SHOWN(row->request_id, 80),
                         is_whole  ? "leave question_id empty for the whole letter"
                         : is_none ? "give the question's number, or leave question_id empty for "
                                     "the whole letter"
                                   : "give each question a row of its own");
}

static bool tell_odd_rest(const struct kind *odd, struct teller *to)
{
    int64_t rest = odd->told - ALIKE_TOLD;
    struct ledger_notice notice = {"odd-question", 0, rest};
    return rest <= 0 ||
           ledger_notice(&to->intake->ledger, NULL, &notice, to->err,
                         "%lld further %s the whole letter, several questions or none",
                         (long long)rest, text_plural(rest, "question names", "questions name"));
}

static bool tell_questions(struct teller *to)
{
    struct kind questions = {.what = "question",
                             .file = "",
                             .row_counts = STATEMENT("rows_by_question"),
                             .numbers = (int32_t)to->intake->registry.question_count};
    struct kind odd = questions;
    SCOPED_ROW_MAP rows = row_reader(to->intake->db, "questions_asked", question_fields);
    struct question_row row;
    bool ok = true;
    while (ok && row_next(&rows, &row)) {
        char likeness[NAME_BYTES], latin[NAME_BYTES];
        likeness_of_question(lookalikes_liken(&to->intake->registry.lookalikes, slice_of(row.id),
                                              latin, sizeof latin),
                             likeness);
        SCOPED_TEXT key = memory_print("%s\n%s", row.request_id, likeness);
        add(&questions, *likeness ? key : "", row.id, row.number, row.is_listed);
        ok = tell_odd_label(&odd, &row, to);
    }
    ok = row_done(&rows, to->err) && ok && tell_pairs(&questions, to) &&
         tell_rest(&questions, to) && tell_odd_rest(&odd, to);
    done(&questions);
    done(&odd);
    return ok;
}

static bool find_account(struct teller *to)
{
    SCOPED_QUERY s = query_prepare(to->intake->db, "file_of_responses");
    if (query_next(s))
        to->account.file_no = query_get_int(s, "file_no");
    return query_done(s, to->err);
}

bool alike_names_tell(struct intake *intake, struct error *err)
{
    struct teller to = {.intake = intake, .account = {.ledger = &intake->ledger}, .err = err};
    return find_account(&to) && tell_tools(&to) && tell_requests(&to) && tell_questions(&to);
}
