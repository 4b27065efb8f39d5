/* SPDX-License-Identifier: MIT
 * A row of `concord advise` is what `concord precheck` says of a plain letter with that answer:
 * each answer of the table, at each stage, over packs of all kinds. The letter is written from the
 * row, and must be read as the row has it.
 */
#include "suites.h"
#include "support.h"
#include "table.h"

#include "base/memory.h"
#include "base/slice.h"
#include "precheck/precheck.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const stages[] = {"initial", "internal_review", "ico", "tribunal"};
enum { STAGES = 4, ANSWERS = 5 };

static const struct setting {
    const char *pack, *force, *request, *tool, *date;
    int stages; /* so many of them, from the first */
} settings[] = {
    {"tests/precheck/packs/limbs", "kent", "1/24", NULL, "2024-06-20", STAGES},
    {"tests/precheck/packs/limbs", "kent", "1/24", "widget-field", "2024-06-20", 1},
    {"tests/precheck/packs/limbs", "hampshire", "1/24", NULL, "2024-06-20", 1},
    {"tests/precheck/packs/limbs", "essex", "1/24", NULL, "2024-03-15", STAGES},
    {"tests/precheck/packs/limbs", "surrey", "1/24", NULL, "2024-06-20", 1},
    {"tests/precheck/packs/limbs", "norfolk", "3/24", NULL, "2024-06-20", 1},
    {"tests/precheck/packs/limbs", "wiltshire", "1/24", NULL, "2024-05-01", STAGES},
    {"tests/precheck/packs/limbs", "cumbria", "2/24", NULL, "2024-07-01", 1},
    {"tests/precheck/packs/limbs", "police-scotland", "1/24", NULL, "2024-06-20", STAGES},
    {"tests/precheck/packs/changed", "sussex", "1/24", NULL, "2024-05", 1},
    {"tests/precheck/packs/history", "kent", "1/24", NULL, "2024-06-01", 1},
    {"tests/precheck/packs/history", "wiltshire", "2/24", NULL, "2024-06-01", STAGES},
    {"tests/precheck/packs/early", "kent", "1/24", NULL, "2024-01-20", 1},
    {"tests/precheck/packs/early", "kent", "1/24", NULL, "2024-05-20", STAGES},
    {"tests/precheck/packs/silent", "wiltshire", "1/24", NULL, "2024-06-01", 1},
    {"tests/precheck/packs/unadvised", "sussex", "1/24", NULL, "2024-06-01", 1},
    {"datasets/palantir", "wiltshire", "157/25", NULL, "2025-04-20", 1},
    {"datasets/palantir", "metropolitan", "995/24", NULL, "2026-07-01", 1},
    {"datasets/palantir", "north-yorkshire", "157/25", NULL, "2025-08-01", STAGES},
    {"datasets/national-example", "kent", "7398/25", NULL, "2025-10-01", 1},
    {"datasets/facial-recognition", "northumbria", "fr-use-2026", NULL, "2026-07-01", 1},
    {"datasets/palantir", "bedfordshire", "bed-nectar", NULL, "2025-09-01", 1},
};

static char work[64];

static void begin(void)
{
    support_make_folder(work);
}

static void end(void)
{
    support_remove_folder(work);
}

static const char *text_in(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* "31(3);24(2)" as "section 31(3) and section 24(2)" */
static char *in_words(const char *exemptions)
{
    char *words = memory_copy("");
    struct slice rest = slice_of(exemptions), part;
    while (slice_next_part(&rest, ';', &part)) {
        char *longer = memory_print("%s%ssection %.*s", words, *words ? " and " : "",
                                    (int)part.length, part.bytes);
        free(words);
        words = longer;
    }
    return words;
}

static char *by_virtue(const char *exemptions)
{
    SCOPED_TEXT words = in_words(exemptions);
    return *words ? memory_print(", by virtue of %s of the Act", words) : memory_copy("");
}

static char *decision_of(const json_t *option, const char *force)
{
    const char *stance = text_in(option, "stance"), *link = text_in(option, "link");
    SCOPED_TEXT basis = by_virtue(text_in(option, "exemptions"));
    SCOPED_TEXT held =
        strcmp(stance, "held_s21") == 0
            ? memory_print("%s confirms that it holds the information requested. It is published "
                           "at %s and is therefore exempt from disclosure under section 21 of "
                           "the Act.",
                           force, link)
            : memory_print("%s confirms that it holds the information requested. A copy is "
                           "attached.",
                           force);
    if (strcmp(stance, "ncnd") == 0)
        return memory_print("%s neither confirms nor denies holding the information requested%s.",
                            force, basis);
    if (strcmp(stance, "not_held") == 0)
        return memory_print("%s does not hold the information requested.", force);
    if (strcmp(stance, "refused_cost") == 0)
        return memory_print("To determine whether the information is held would exceed the "
                            "appropriate limit, so that section 12 of the Act applies and your "
                            "request is refused.");
    if (strcmp(text_in(option, "partial_ncnd"), "yes") == 0)
        return memory_print("%s\n\n%s neither confirms nor denies that it holds any other "
                            "information relating to covert use%s.",
                            held, force, basis);
    return memory_copy(held);
}

static const char tests_of_the_act[] =
    "Harm\n\nTo confirm or deny that the information is held would show how crime is investigated, "
    "and would help offenders.\n\nFactors favouring confirming or denying: the public would "
    "understand how money is spent.\nFactors against confirming or denying: confirming or denying "
    "would undermine law enforcement.\n\nBalance test\n\nOn balance the public interest lies in "
    "maintaining the exclusion of the duty to confirm or deny.\n\n";

static char *letter_of(const json_t *option, const json_t *document)
{
    const char *force = text_in(document, "force_name");
    SCOPED_TEXT decision = decision_of(option, force);
    return memory_print("%s\n\nThank you for your request under the %s.\n\nDecision\n\n%s\n\n%sIf "
                        "you are dissatisfied with this response you may ask for an internal "
                        "review.\n",
                        force,
                        strcmp(text_in(document, "regime"), "FOISA") == 0
                            ? "Freedom of Information (Scotland) Act 2002"
                            : "Freedom of Information Act 2000",
                        decision, *text_in(option, "exemptions") ? tests_of_the_act : "");
}

static json_t *run(bool (*make)(const struct precheck_options *, json_t **, struct error *),
                   const struct precheck_options *asked)
{
    struct error err = {0};
    json_t *document = NULL;
    ck_assert_msg(make(asked, &document, &err), "%s, %s: %s: %s", asked->pack, asked->force,
                  err.source, err.what);
    return document;
}

static json_t *precheck(const struct precheck_options *asked, const char *letter)
{
    SCOPED_TEXT path = memory_print("%s/letter.txt", work);
    support_write_file(path, letter, strlen(letter));
    struct precheck_options with = *asked;
    with.letter = path;
    return run(precheck_letter, &with);
}

static const json_t *reading_of(const json_t *document)
{
    const json_t *readings = json_object_get(document, "readings");
    ck_assert_uint_eq(json_array_size(readings), 1);
    const json_t *rows = json_object_get(json_array_get(readings, 0), "rows");
    ck_assert_uint_eq(json_array_size(rows), 1);
    return json_array_get(rows, 0);
}

static void check_text(const char *what, const char *asked, const char *found, const char *letter)
{
    ck_assert_msg(strcmp(asked, found) == 0, "%s: %s, and the letter has %s:\n%s", what, asked,
                  found, letter);
}

/* But for the sections on what is public and on cost, which the Act asks such letters to name. */
static size_t ncnd_citations(const json_t *cited)
{
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(cited); i++) {
        const char *citation = json_string_value(json_array_get(cited, i));
        count += strcmp(citation, "21") != 0 && strcmp(citation, "12") != 0;
    }
    return count;
}

static size_t parts_of(const char *list)
{
    size_t count = *list ? 1 : 0;
    for (; *list; list++)
        count += *list == ';';
    return count;
}

static void check_read_as_meant(const json_t *option, const json_t *document, const char *letter)
{
    const json_t *row = reading_of(document);
    check_text("stance", text_in(option, "stance"), text_in(row, "stance"), letter);
    check_text("position", text_in(option, "position"), text_in(row, "position"), letter);
    check_text("partial NCND", text_in(option, "partial_ncnd"), text_in(row, "partial_ncnd"),
               letter);
    check_text("link", text_in(option, "link"), text_in(row, "link"), letter);
    ck_assert_uint_eq(parts_of(text_in(option, "exemptions")),
                      ncnd_citations(json_object_get(row, "exemptions")));
}

/* The open findings that would be new, as advise lists them. */
static json_t *created(const json_t *document)
{
    static const char *const words[] = {"critical", "high", "medium", "low", "info"};
    const json_t *groups = json_object_get(json_object_get(document, "findings"), "A");
    const json_t *create = json_object_get(groups, "create");
    json_t *all = json_object();
    for (size_t s = 0; s < LENGTH_OF(words); s++) {
        json_t *ids = json_array();
        for (size_t i = 0; i < json_array_size(create); i++) {
            const json_t *finding = json_array_get(create, i);
            if (strcmp(text_in(finding, "severity"), words[s]) == 0 &&
                strcmp(text_in(finding, "status"), "open") == 0)
                json_array_append(ids, json_object_get(finding, "finding_id"));
        }
        json_object_set_new(all, words[s], ids);
    }
    return all;
}

static void check_same(const char *what, const json_t *option, const json_t *found,
                       const char *letter)
{
    const json_t *told = json_object_get(option, what);
    SCOPED_TEXT one = json_dumps(told, JSON_ENCODE_ANY);
    SCOPED_TEXT two = json_dumps(found, JSON_ENCODE_ANY);
    ck_assert_msg(json_equal(told, found), "%s: advise says %s, precheck %s:\n%s", what, one, two,
                  letter);
}

static void check_count(const char *what, const json_t *option, const json_t *document,
                        const char *group, const char *letter)
{
    const json_t *groups = json_object_get(json_object_get(document, "findings"), "A");
    json_t *count = json_integer((json_int_t)json_array_size(json_object_get(groups, group)));
    check_same(what, option, count, letter);
    json_decref(count);
}

/* Those whose letter takes that position, or another. */
static json_t *those_with(const json_t *letters, const char *key, const char *position, bool same)
{
    json_t *ids = json_array();
    for (size_t i = 0; i < json_array_size(letters); i++) {
        const json_t *letter = json_array_get(letters, i);
        const char *other = text_in(letter, "position");
        if (strcmp(position, "silent") && strcmp(other, "silent") &&
            (strcmp(other, position) == 0) == same)
            json_array_append(ids, json_object_get(letter, key));
    }
    return ids;
}

static void check_beside(const json_t *option, const json_t *document, const char *letter)
{
    const char *position = text_in(reading_of(document), "position");
    const json_t *beside = json_object_get(document, "beside");
    const json_t *others = json_object_get(json_object_get(beside, "request"), "letters");
    const json_t *own = json_object_get(beside, "own_letters");
    json_t *with = those_with(others, "force_id", position, true);
    json_t *against = those_with(others, "force_id", position, false);
    json_t *contradicts = those_with(own, "response_id", position, false);
    check_same("with", option, with, letter);
    check_same("against", option, against, letter);
    check_same("contradicts", option, contradicts, letter);
    json_decref(with);
    json_decref(against);
    json_decref(contradicts);
}

static void check_bits(const json_t *option, const json_t *document, const char *letter)
{
    const json_t *exposure = json_object_get(document, "exposure");
    const json_t *before = json_object_get(json_object_get(exposure, "before"), "leaked_bits");
    const json_t *after = json_object_get(json_object_get(exposure, "after"), "leaked_bits");
    const json_t *bits = json_object_get(option, "bits");
    ck_assert_msg(json_is_number(bits) == (json_is_number(before) && json_is_number(after)),
                  "bits are told by one alone:\n%s", letter);
    if (json_is_number(bits))
        ck_assert_msg(fabs(json_number_value(bits) -
                           (json_number_value(after) - json_number_value(before))) < 2e-6,
                      "other bits:\n%s", letter);
}

/* The row that the advice expects is one in which nothing that it asks for is missing. */
static void check_expected(const json_t *option, const json_t *document, const char *letter)
{
    const json_t *list = json_object_get(document, "expected");
    bool is_asked = false, is_met = true;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *line = json_array_get(list, i);
        if (strcmp(text_in(line, "basis"), "advice") != 0)
            continue;
        is_asked = true;
        is_met = is_met && strcmp(text_in(line, "result"), "missing") != 0 &&
                 strcmp(text_in(line, "result"), "other") != 0;
    }
    if (*text_in(option, "expected_by"))
        ck_assert_msg(is_asked && is_met, "expected, and not met:\n%s", letter);
    else if (is_asked && strcmp(text_in(option, "position"), "silent") != 0)
        ck_assert_msg(!is_met, "all is met, and it is not the one expected:\n%s", letter);
}

static void check_answer(const struct precheck_options *asked, const json_t *advised,
                         const json_t *option)
{
    SCOPED_TEXT letter = letter_of(option, advised);
    json_t *document = precheck(asked, letter);
    SCOPED_TEXT shown =
        memory_print("%s, %s, %s:\n%s", asked->pack, asked->force, asked->stage, letter);
    check_read_as_meant(option, document, shown);
    json_t *create = created(document);
    check_same("creates", option, create, shown);
    check_count("resolves", option, document, "resolve", shown);
    check_count("joins", option, document, "join", shown);
    check_beside(option, document, shown);
    check_bits(option, document, shown);
    check_expected(option, document, shown);
    json_decref(create);
    json_decref(document);
}

/* Whether an answer is late depends on what it is (SEMANTICS 58): one that asks for more is not. */
static void leave_out_lateness(json_t *create)
{
    const char *severity;
    json_t *ids;
    json_object_foreach(create, severity, ids)
    {
        for (size_t i = json_array_size(ids); i-- > 0;) {
            const char *id = json_string_value(json_array_get(ids, i));
            if (strncmp(id, "L08", 3) == 0 || strncmp(id, "D01", 3) == 0)
                json_array_remove(ids, i);
        }
    }
}

/* The last row stands for it too. */
static void check_clarification(const struct precheck_options *asked, const json_t *advised,
                                json_t *option)
{
    const char *force = text_in(advised, "force_name");
    SCOPED_TEXT letter =
        memory_print("%s\n\nDecision\n\nWe need further clarification of your request before we "
                     "can proceed. Please tell us which years you mean.\n",
                     force);
    json_t *document = precheck(asked, letter), *create = created(document);
    check_text("stance", "clarification", text_in(reading_of(document), "stance"), letter);
    leave_out_lateness(create);
    leave_out_lateness(json_object_get(option, "creates"));
    check_same("creates", option, create, letter);
    json_decref(create);
    json_decref(document);
}

static void check_stage(const struct setting *s, const char *stage)
{
    const struct precheck_options asked = {.pack = s->pack,
                                           .force = s->force,
                                           .request = s->request,
                                           .tool = s->tool,
                                           .date = s->date,
                                           .stage = stage};
    json_t *advised = run(precheck_options_of_force, &asked);
    const json_t *options = json_object_get(advised, "options");
    ck_assert_uint_eq(json_array_size(options), ANSWERS);
    for (size_t i = 0; i < ANSWERS; i++)
        check_answer(&asked, advised, json_array_get(options, i));
    check_clarification(&asked, advised, json_array_get(options, ANSWERS - 1));
    json_decref(advised);
}

START_TEST(a_row_of_advise_is_precheck_of_a_plain_letter)
{
    for (int i = 0; i < settings[_i].stages; i++)
        check_stage(&settings[_i], stages[i]);
}
END_TEST

Suite *suite_precheck_options(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("precheck/options", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, begin, end);
    ADD_TABLE_TEST(tcase, a_row_of_advise_is_precheck_of_a_plain_letter, settings);
    return suite;
}
