/* SPDX-License-Identifier: MIT
 * What could be answered, in an order that is fixed and recommends nothing: each row is an audit
 * with a plain hypothetical answer, which has what the advice asks of it and nothing else.
 */
#include "precheck/options.h"

#include "precheck/compare.h"
#include "precheck/parts.h"
#include "precheck/run.h"
#include "store/statements.h"

#include <math.h>
#include <string.h>

static const struct answer {
    const char *name, *stance, *stance_without_link, *held, *partial;
    bool has_link, cites;
} answers[] = {
    {"confirm, with link and partial NCND", "held_s21", "disclosed", "confirm", "yes", true, true},
    {"confirm, without them", "disclosed", "disclosed", "confirm", "no", false, false},
    {"neither confirm nor deny", "ncnd", "ncnd", "ncnd", "", false, true},
    {"no information held", "not_held", "not_held", "deny", "no", false, false},
    {"cost or clarification", "refused_cost", "refused_cost", "none", "", false, false},
};

bool options_settle(struct bench *b, struct error *err)
{
    if (b->options->date)
        return bench_settle(b, b->options->date, err);
    json_t *row;
    bool ok = bench_row(b, b->base, STATEMENT("precheck_day_of_pack"), 0, &row, err) &&
              bench_settle(b, text_of(row, "as_of"), err);
    json_decref(row);
    return ok;
}

/* Of an acknowledgement of the force's own that is in force, certainly before possibly. */
static const char *public_address(const json_t *record)
{
    static const char *const states[] = {"in force", "possibly in force"};
    const json_t *own = json_object_get(record, "own");
    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < json_array_size(own); i++) {
            const json_t *a = json_array_get(own, i);
            if (strcmp(text_of(a, "state"), states[s]) == 0 && *text_of(a, "address"))
                return text_of(a, "address");
        }
    return "";
}

/* What the row of advice in force asks for; FOIA subsections are nothing for another Act. */
static bool asked_exemptions(struct bench *b, const json_t *document, sqlite3 *db, json_t **ret,
                             struct error *err)
{
    const json_t *candidates = json_object_get(json_object_get(document, "advice"), "candidates");
    const json_t *first = json_array_get(candidates, 0);
    bool is_used = first && strcmp(text_of(first, "in_force"), "no") != 0;
    *ret = json_object();
    if (!is_used)
        return true;
    json_decref(*ret);
    bool ok = bench_row(b, db, STATEMENT("precheck_advice_asks"),
                        json_integer_value(json_object_get(first, "guidance_no")), ret, err);
    if (ok && strcmp(b->regime, "FOIA") != 0 && *text_of(*ret, "exemptions")) {
        bench_notice(b, "the advice names FOIA subsections, which are not this force's Act: the "
                        "answers below cite none");
        json_object_set_new(*ret, "exemptions", json_null());
    }
    return ok;
}

static json_t *hypothetical(const struct answer *a, const char *address, const char *exemptions)
{
    bool has_link = a->has_link && *address, cites = a->cites && *exemptions;
    return json_pack("{ss ss ss ss ss ss ss ss}", "question_id", "", "stance",
                     has_link ? a->stance : a->stance_without_link, "partial_ncnd", a->partial,
                     "held_statement", a->held, "link", has_link ? address : "", "exemptions",
                     cites ? exemptions : "", "harm_test", cites ? "yes" : "",
                     "public_interest_test", cites ? "yes" : "");
}

static json_t *by_severity(const json_t *created)
{
    static const char *const words[] = {"critical", "high", "medium", "low", "info"};
    json_t *all = json_object();
    for (size_t s = 0; s < sizeof words / sizeof *words; s++) {
        json_t *ids = json_array();
        for (size_t i = 0; i < json_array_size(created); i++) {
            const json_t *finding = json_array_get(created, i);
            if (strcmp(text_of(finding, "severity"), words[s]) == 0 &&
                strcmp(text_of(finding, "status"), "open") == 0)
                json_array_append(ids, json_object_get(finding, "finding_id"));
        }
        json_object_set_new(all, words[s], ids);
    }
    return all;
}

/* How many matters these findings are, each at the gravest of them. */
static json_t *matters_by_severity(const json_t *created)
{
    static const char *const words[] = {"critical", "high", "medium", "low", "info"};
    json_t *all = json_object(), *seen = json_object();
    for (size_t s = 0; s < sizeof words / sizeof *words; s++) {
        json_int_t count = 0;
        for (size_t i = 0; i < json_array_size(created); i++) {
            const json_t *finding = json_array_get(created, i);
            const char *matter = text_of(finding, "matter_id");
            if (!*matter || strcmp(text_of(finding, "severity"), words[s]) != 0 ||
                json_object_get(seen, matter))
                continue;
            json_object_set_new(seen, matter, json_true());
            count++;
        }
        json_object_set_new(all, words[s], json_integer(count));
    }
    json_decref(seen);
    return all;
}

/* Ids of the letters whose position is, or is not, that one; none where it is none. */
static json_t *letters_with(const json_t *letters, const char *key, const char *position,
                            bool is_same)
{
    json_t *ids = json_array();
    for (size_t i = 0; i < json_array_size(letters); i++) {
        const json_t *letter = json_array_get(letters, i);
        const char *other = text_of(letter, "position");
        if (strcmp(position, "silent") != 0 && strcmp(other, "silent") != 0 &&
            (strcmp(other, position) == 0) == is_same)
            json_array_append(ids, json_object_get(letter, key));
    }
    return ids;
}

static json_t *bits_of(const json_t *exposure)
{
    const json_t *before = json_object_get(json_object_get(exposure, "before"), "leaked_bits");
    const json_t *after = json_object_get(json_object_get(exposure, "after"), "leaked_bits");
    if (!json_is_number(before) || !json_is_number(after))
        return json_null();
    return json_real(round((json_number_value(after) - json_number_value(before)) * 1e6) / 1e6);
}

static void set_answer(json_t *option, const json_t *row, const char *position)
{
    static const char *const copied[] = {"stance", "partial_ncnd", "exemptions", "link"};
    for (size_t i = 0; i < sizeof copied / sizeof *copied; i++) {
        const char *text = text_of(row, copied[i]);
        json_object_set_new(option, copied[i], *text ? json_string(text) : json_null());
    }
    json_object_set_new(option, "position", json_string(position));
}

static bool describe(const struct bench *b, sqlite3 *db, const json_t *document,
                     const json_t *asked, json_t *option, const json_t *row, struct error *err)
{
    json_t *meaning, *groups = NULL, *exposure = NULL;
    bool ok = bench_row(b, db, STATEMENT("precheck_option"), 0, &meaning, err) &&
              compare_findings(b, db, &groups, err) && part_exposure(b, db, &exposure, err);
    const char *position = text_of(meaning, "position");
    const json_t *beside = json_object_get(document, "beside");
    const json_t *others = json_object_get(json_object_get(beside, "request"), "letters");
    set_answer(option, row, position);
    bool is_expected = strcmp(text_of(meaning, "conforms"), "yes") == 0;
    const char *address = public_address(json_object_get(document, "record"));
    if (json_integer_value(json_object_get(asked, "requires_link")) && *address &&
        !*text_of(row, "link"))
        is_expected = false;
    json_object_set(option, "expected_by",
                    is_expected ? json_object_get(asked, "title") : json_null());
    json_object_set_new(option, "creates", by_severity(json_object_get(groups, "create")));
    json_object_set_new(option, "creates_matters",
                        matters_by_severity(json_object_get(groups, "create")));
    json_object_set_new(
        option, "resolves",
        json_integer((json_int_t)json_array_size(json_object_get(groups, "resolve"))));
    json_object_set_new(option, "joins",
                        json_integer((json_int_t)json_array_size(json_object_get(groups, "join"))));
    json_object_set_new(
        option, "contradicts",
        letters_with(json_object_get(beside, "own_letters"), "response_id", position, false));
    json_object_set_new(option, "with", letters_with(others, "force_id", position, true));
    json_object_set_new(option, "against", letters_with(others, "force_id", position, false));
    json_object_set_new(option, "bits", bits_of(exposure));
    json_decref(meaning);
    json_decref(groups);
    json_decref(exposure);
    return ok;
}

static bool add_answer(struct bench *b, json_t *document, const json_t *asked,
                       const struct answer *a, struct error *err)
{
    const char *address = public_address(json_object_get(document, "record"));
    json_t *row = hypothetical(a, address, text_of(asked, "exemptions"));
    json_t *rows = json_pack("[O]", row), *option = json_pack("{ss}", "option", a->name);
    json_array_append_new(json_object_get(document, "options"), option);
    sqlite3 *db;
    int64_t left_out;
    bool ok = run_with_draft(b, rows, &db, &left_out, err) &&
              describe(b, db, document, asked, option, row, err);
    sqlite3_close_v2(db);
    json_decref(rows);
    json_decref(row);
    return ok;
}

bool options_add(struct bench *b, json_t *document, sqlite3 *db, struct error *err)
{
    json_t *asked;
    bool ok = asked_exemptions(b, document, db, &asked, err);
    for (size_t i = 0; ok && i < sizeof answers / sizeof *answers; i++)
        ok = add_answer(b, document, asked, &answers[i], err);
    json_decref(asked);
    return ok;
}
