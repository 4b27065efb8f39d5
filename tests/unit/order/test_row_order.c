/* SPDX-License-Identifier: MIT
 * The order of rows changes no output, nor does how the lines of a file end. Every worked pack
 * and the packs of datasets/ are audited as they are and written in other ways; whatever then
 * differs must stand in known-differences.csv, and what stands there must still differ.
 */
#include "base/memory.h"
#include "cmd/running.h"
#include "measure/random_pack.h"
#include "order/differences.h"
#include "order/outputs.h"
#include "order/pack_variant.h"
#include "reader/csv_reader.h"
#include "rules/worked_packs.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char known_path[] = "tests/unit/order/known-differences.csv";

static const struct pack_variant as_it_is = {.name = "as it is"};

static const struct pack_variant all_variants[] = {
    {.name = "rows reversed", .order = ORDER_REVERSED, .files_last_first = true},
    {.name = "rows shuffled", .order = ORDER_SHUFFLED, .seed = 1},
    {.name = "rows sorted", .order = ORDER_SORTED},
    {.name = "rows shuffled again", .order = ORDER_SHUFFLED, .seed = 2, .files_last_first = true},
};

/* Nothing of these is known to matter. */
static const struct pack_variant forms[] = {
    {.name = "lines that end in CR LF", .crlf = true},
    {.name = "a byte order mark", .bom = true},
    {.name = "no final newline", .without_final_newline = true, .files_last_first = true},
};

/* For the many small packs, whose files have a few rows: two orders, one of them as a
 * spreadsheet saves a file. */
static const struct pack_variant few_variants[] = {
    {.name = "rows reversed", .order = ORDER_REVERSED, .files_last_first = true},
    {.name = "rows shuffled, as a spreadsheet saves them",
     .order = ORDER_SHUFFLED,
     .seed = 1,
     .crlf = true,
     .bom = true,
     .without_final_newline = true},
};

/* Packs that are looked at more closely. With the reference: the files that the program has
 * built in lie beside the pack's, so that the rows of those change places too. */
static const struct chosen_pack {
    const char *name, *folder;
    bool reference;
} chosen[] = {
    {"tests/unit/order/pack", "tests/unit/order/pack", false},
    {"datasets/palantir", "datasets/palantir", false},
    {"datasets/facial-recognition", "datasets/facial-recognition", false},
    {"datasets/national-example", "datasets/national-example", false},
    {"datasets/national-example with the reference", "datasets/national-example", true},
};

static const char random_packs[] = "random packs"; /* all of them together */

static const char *const *packs;
static int pack_count;

/* A pack and how it is audited. */
struct subject {
    const char *name, *folder, *as_of;
    bool reference;
    enum worked_pack_numbers numbers;
    enum outputs_wanted outputs;
};

/* The folder has one name in all audits, since they print it. */
static json_t *audit_variant(const struct subject *s, const struct pack_variant *variant)
{
    char folder[64];
    support_make_folder(folder);
    SCOPED_TEXT pack = memory_print("%s/pack", folder);
    ck_assert_int_eq(mkdir(pack, 0700), 0);
    pack_variant_write(s->folder, s->reference, variant, pack);
    sqlite3 *db = worked_pack_audit(pack, s->as_of, s->numbers);
    json_t *outputs = outputs_of(db, s->outputs);
    sqlite3_close(db);
    support_remove_folder(folder);
    return outputs;
}

/* Adds in what the variants differ from the pack as it is. */
static void compare_variants(json_t *differences, const struct subject *s,
                             const struct pack_variant *variants, size_t count)
{
    json_t *before = audit_variant(s, &as_it_is);
    for (size_t i = 0; i < count; i++) {
        json_t *after = audit_variant(s, &variants[i]);
        differences_add(differences, before, after);
        json_decref(after);
    }
    json_decref(before);
}

static json_t *differences_of(const struct subject *s, const struct pack_variant *variants,
                              size_t count)
{
    json_t *differences = json_object();
    compare_variants(differences, s, variants, count);
    return differences;
}

typedef void row_visitor(const struct slice *fields, void *context);

static void read_list(row_visitor *visit, void *context)
{
    size_t size = 0;
    char *text = support_read_file(known_path, &size);
    struct error err = {0};
    struct csv_reader *reader = NULL;
    ck_assert_msg(csv_reader_open(known_path, (struct slice){text, size}, &reader, &err), "%s",
                  err.what);
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event == CSV_ROW; csv_reader_next(reader, &row)) {
        if (row.count != 6 || !row.fields[4].length || !row.fields[5].length)
            ck_abort_msg("%s:%ld: mended by which clause, and the cause?", known_path, row.line);
        visit(row.fields, context);
    }
    ck_assert_int_eq(row.event, CSV_END);
    csv_reader_free(reader);
    free(text);
}

struct known {
    const char *pack;
    json_t *lines;
};

static void take_line(const struct slice *f, void *context)
{
    const struct known *known = context;
    if (!slice_is(f[0], known->pack))
        return;
    SCOPED_TEXT line = memory_print("%.*s,%.*s,%.*s", (int)f[1].length, f[1].bytes,
                                    (int)f[2].length, f[2].bytes, (int)f[3].length, f[3].bytes);
    json_object_set_new(known->lines, line, json_true());
}

/* The pack's lines of the list, "output,subject,columns", each with true. */
static json_t *known_of(const char *pack)
{
    struct known known = {pack, json_object()};
    read_list(take_line, &known);
    return known.lines;
}

/* Where the texts part, of each column. */
static void print_examples(json_t *columns)
{
    const char *column = NULL;
    json_t *example = NULL;
    json_object_foreach(columns, column, example)
        printf("    %s: %s\n", column, json_string_value(example));
}

/* Both ways: no difference that is not listed, and nothing listed that no longer differs. What
 * the list lacks is printed, since Check cuts a long message. */
static void check_known(const char *pack, json_t *differences, json_t *known)
{
    size_t unlisted = 0;
    const char *where = NULL;
    json_t *columns = NULL;
    json_object_foreach(differences, where, columns)
    {
        SCOPED_TEXT line = differences_line(where, columns);
        if (json_object_del(known, line) == 0)
            continue;
        unlisted++;
        printf("  differs: %s,%s\n", pack, line);
        print_examples(columns);
    }
    size_t gone = json_object_size(known);
    json_object_foreach(known, where, columns) printf("  differs no longer: %s,%s\n", pack, where);
    ck_assert_msg(unlisted + gone == 0,
                  "%s, %s: %zu differences are not listed and %zu listed ones are none (see above)",
                  known_path, pack, unlisted, gone);
    json_decref(differences);
    json_decref(known);
}

START_TEST(worked_pack_in_another_order)
{
    char as_of[WORKED_PACK_DATE_BYTES];
    const struct subject s = {.name = packs[_i],
                              .folder = packs[_i],
                              .as_of = worked_pack_as_of(packs[_i], as_of),
                              .numbers = NUMBERS_IN_SHORT,
                              .outputs = OUTPUTS_WITHOUT_PAGE};
    check_known(s.name, differences_of(&s, few_variants, LENGTH_OF(few_variants)),
                known_of(s.name));
}
END_TEST

static struct subject chosen_pack(int index, enum worked_pack_numbers numbers)
{
    const struct chosen_pack *d = &chosen[index];
    return (struct subject){
        .name = d->name, .folder = d->folder, .reference = d->reference, .numbers = numbers};
}

START_TEST(chosen_pack_in_another_order)
{
    struct subject s = chosen_pack(_i, NUMBERS_IN_FULL);
    check_known(s.name, differences_of(&s, all_variants, LENGTH_OF(all_variants)),
                known_of(s.name));
}
END_TEST

START_TEST(chosen_pack_in_another_form)
{
    struct subject s = chosen_pack(_i, NUMBERS_IN_SHORT);
    check_known(s.name, differences_of(&s, forms, LENGTH_OF(forms)), json_object());
}
END_TEST

/* Of each file of the pack, with all rows twice: as many accepted, the others duplicates. */
static void check_duplicates(const char *pack, json_t *once, json_t *twice)
{
    size_t i = 0;
    json_t *file = NULL;
    json_array_foreach(once, i, file)
    {
        json_int_t accepted = 0, duplicate = 0, rejected = 0, more[3] = {0};
        json_unpack(file, "{s:I, s:I, s:I}", "accepted", &accepted, "duplicate", &duplicate,
                    "rejected", &rejected);
        json_unpack(json_array_get(twice, i), "{s:I, s:I, s:I}", "accepted", &more[0], "duplicate",
                    &more[1], "rejected", &more[2]);
        if (strcmp(json_string_value(json_object_get(file, "origin")), "pack") != 0)
            continue;
        ck_assert_msg(more[0] == accepted && more[1] == accepted + 2 * duplicate &&
                          more[2] == 2 * rejected,
                      "%s: %s: %d of %d accepted, %d duplicate, %d rejected", pack,
                      json_string_value(json_object_get(file, "file")), (int)more[0], (int)accepted,
                      (int)more[1], (int)more[2]);
    }
    ck_assert_uint_eq(i, json_array_size(twice));
}

static json_t *inputs_of(json_t *outputs)
{
    json_t *summary = json_array_get(json_object_get(outputs, "summary.json"), 0);
    return json_loads(json_string_value(json_object_get(summary, "inputs")), 0, NULL);
}

/* What says how many rows were read. */
static void leave_out_counts(json_t *outputs)
{
    static const char *const counts[] = {"inputs", "notices", "rejects"};
    json_t *summary = json_array_get(json_object_get(outputs, "summary.json"), 0);
    for (size_t i = 0; i < LENGTH_OF(counts); i++)
        json_object_del(summary, counts[i]);
    json_object_del(outputs, "rejects");
    json_object_del(outputs, "terminal");
}

/* Decision 24: rows that are there twice are duplicates, and change nothing else. */
START_TEST(chosen_pack_loaded_twice)
{
    static const struct pack_variant twice = {.name = "all rows twice", .twice = true};
    struct subject s = chosen_pack(_i, NUMBERS_IN_SHORT);
    s.outputs = OUTPUTS_WITHOUT_PAGE;
    json_t *before = audit_variant(&s, &as_it_is), *after = audit_variant(&s, &twice);
    json_t *inputs = inputs_of(before), *inputs_twice = inputs_of(after);
    check_duplicates(s.name, inputs, inputs_twice);
    leave_out_counts(before);
    leave_out_counts(after);
    json_t *differences = json_object();
    differences_add(differences, before, after);
    check_known(s.name, differences, json_object());
    json_decref(inputs);
    json_decref(inputs_twice);
    json_decref(before);
    json_decref(after);
}
END_TEST

/* Letters of several answers that contradict each other, which worked packs seldom hold. What
 * differs is listed for all of them together. */
START_TEST(random_packs_in_another_order)
{
    enum { RANDOM_PACKS = 12 };
    json_t *differences = json_object();
    for (uint32_t seed = 1; seed <= RANDOM_PACKS; seed++) {
        SCOPED_TEXT name = memory_print("random-%u", seed);
        struct random_pack *pack = random_pack_make(seed);
        random_pack_write(pack, name, false);
        free(pack);
        SCOPED_TEXT folder = memory_copy(running_path(name));
        const struct subject s = {
            .folder = folder, .as_of = RANDOM_AS_OF, .numbers = NUMBERS_IN_SHORT};
        compare_variants(differences, &s, few_variants, LENGTH_OF(few_variants));
    }
    check_known(random_packs, differences, known_of(random_packs));
}
END_TEST

static void check_pack_name(const struct slice *f, void *context)
{
    (void)context;
    bool found = slice_is(f[0], random_packs);
    for (int i = 0; i < pack_count; i++)
        found |= slice_is(f[0], packs[i]);
    for (size_t i = 0; i < LENGTH_OF(chosen); i++)
        found |= slice_is(f[0], chosen[i].name);
    ck_assert_msg(found, "%s: no pack %.*s", known_path, (int)f[0].length, f[0].bytes);
}

START_TEST(every_listed_pack_is_audited)
{
    read_list(check_pack_name, NULL);
}
END_TEST

Suite *suite_order_row_order(void)
{
    packs = worked_packs(&pack_count);
    TCase *tcase = NULL;
    Suite *suite = suite_with_case("order/row_order", &tcase);
    tcase_add_loop_test(tcase, worked_pack_in_another_order, 0, pack_count);
    tcase_add_test(tcase, every_listed_pack_is_audited);
    TCase *of_chosen = tcase_create("chosen packs");
    suite_add_tcase(suite, of_chosen);
    ADD_TABLE_TEST(of_chosen, chosen_pack_in_another_order, chosen);
    ADD_TABLE_TEST(of_chosen, chosen_pack_in_another_form, chosen);
    ADD_TABLE_TEST(of_chosen, chosen_pack_loaded_twice, chosen);
    TCase *of_random_packs = tcase_create("random packs");
    suite_add_tcase(suite, of_random_packs);
    tcase_add_checked_fixture(of_random_packs, running_begin, running_end);
    tcase_add_test(of_random_packs, random_packs_in_another_order);
    return suite;
}
