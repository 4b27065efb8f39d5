/* SPDX-License-Identifier: MIT
 * The order of rows changes no output, nor does how the lines of a file end. Every worked pack
 * and both packs of datasets/ are audited as they are and written in other ways; whatever then
 * differs must stand in known-differences.csv, and what stands there must still differ.
 */
#include "base/memory.h"
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

/* The packs of datasets/, and with the files that the program has built in beside theirs, so
 * that the rows of those change places too. */
static const struct dataset {
    const char *name, *folder;
    bool reference;
} datasets[] = {
    {"datasets/palantir", "datasets/palantir", false},
    {"datasets/national-example", "datasets/national-example", false},
    {"datasets/national-example with the reference", "datasets/national-example", true},
};

static const char *const *packs;
static int pack_count;

/* A pack and how it is audited. */
struct subject {
    const char *name, *folder;
    bool reference;
    enum worked_pack_numbers numbers;
};

/* The folder has one name in all audits, since they print it. */
static json_t *audit_variant(const struct subject *s, const struct pack_variant *variant)
{
    char folder[64], as_of[WORKED_PACK_DATE_BYTES];
    support_make_folder(folder);
    SCOPED_TEXT pack = memory_print("%s/pack", folder);
    ck_assert_int_eq(mkdir(pack, 0700), 0);
    pack_variant_write(s->folder, s->reference, variant, pack);
    sqlite3 *db = worked_pack_audit(pack, worked_pack_as_of(s->folder, as_of), s->numbers);
    json_t *outputs = outputs_of(db);
    sqlite3_close(db);
    support_remove_folder(folder);
    return outputs;
}

static json_t *differences_of(const struct subject *s, const struct pack_variant *variants,
                              size_t count)
{
    json_t *differences = json_object(), *before = audit_variant(s, &as_it_is);
    for (size_t i = 0; i < count; i++) {
        json_t *after = audit_variant(s, &variants[i]);
        differences_add(differences, before, after);
        json_decref(after);
    }
    json_decref(before);
    return differences;
}

/* The pack's lines of the list, "output,subject,columns", each with true. */
static json_t *known_of(const char *pack)
{
    json_t *known = json_object();
    size_t size = 0;
    char *text = support_read_file(known_path, &size);
    struct error err = {0};
    struct csv_reader *reader = NULL;
    ck_assert_msg(csv_reader_open(known_path, (struct slice){text, size}, &reader, &err), "%s",
                  err.what);
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event == CSV_ROW; csv_reader_next(reader, &row)) {
        const struct slice *f = row.fields;
        ck_assert_msg(f[4].length > 0, "%s:%ld: by which clause?", known_path, row.line);
        SCOPED_TEXT line = memory_print("%.*s,%.*s,%.*s", (int)f[1].length, f[1].bytes,
                                        (int)f[2].length, f[2].bytes, (int)f[3].length, f[3].bytes);
        if (slice_is(f[0], pack))
            json_object_set_new(known, line, json_true());
    }
    ck_assert_int_eq(row.event, CSV_END);
    csv_reader_free(reader);
    free(text);
    return known;
}

/* Where the texts part, of each column. */
static void write_examples(FILE *out, const char *where, json_t *columns)
{
    enum { EXAMPLE_BYTES = 2000 };
    const char *column = NULL;
    json_t *example = NULL;
    json_object_foreach(columns, column, example)
    {
        if (ftell(out) < EXAMPLE_BYTES)
            fprintf(out, "\n  %s,%s: %s", where, column, json_string_value(example));
    }
}

/* Both ways: no difference that is not listed, and nothing listed that no longer differs. */
static void check_known(const char *pack, json_t *differences, json_t *known)
{
    char *text = NULL, *examples = NULL;
    size_t size = 0, examples_size = 0;
    FILE *out = open_memstream(&text, &size), *shown = open_memstream(&examples, &examples_size);
    const char *where = NULL;
    json_t *columns = NULL;
    json_object_foreach(differences, where, columns)
    {
        SCOPED_TEXT line = differences_line(where, columns);
        if (json_object_del(known, line) == 0)
            continue;
        fprintf(out, "\n  differs: %s,%s", pack, line);
        write_examples(shown, where, columns);
    }
    json_object_foreach(known, where, columns)
        fprintf(out, "\n  differs no longer: %s,%s", pack, where);
    fclose(out);
    fclose(shown);
    printf("%s%s", text, size ? "\n" : ""); /* Check cuts a long message */
    ck_assert_msg(size == 0, "%s does not say so:%.700s%.2000s", known_path, text, examples);
    free(examples);
    free(text);
    json_decref(differences);
    json_decref(known);
}

START_TEST(worked_pack_in_another_order)
{
    struct subject s = {packs[_i], packs[_i], false, NUMBERS_IN_SHORT};
    check_known(s.name, differences_of(&s, few_variants, LENGTH_OF(few_variants)),
                known_of(s.name));
}
END_TEST

START_TEST(dataset_in_another_order)
{
    const struct dataset *d = &datasets[_i];
    struct subject s = {d->name, d->folder, d->reference, NUMBERS_IN_FULL};
    check_known(s.name, differences_of(&s, all_variants, LENGTH_OF(all_variants)),
                known_of(s.name));
}
END_TEST

START_TEST(dataset_in_another_form)
{
    const struct dataset *d = &datasets[_i];
    struct subject s = {d->name, d->folder, d->reference, NUMBERS_IN_SHORT};
    check_known(s.name, differences_of(&s, forms, LENGTH_OF(forms)), json_object());
}
END_TEST

Suite *suite_order_row_order(void)
{
    packs = worked_packs(&pack_count);
    TCase *tcase = NULL;
    Suite *suite = suite_with_case("order/row_order", &tcase);
    tcase_add_loop_test(tcase, worked_pack_in_another_order, 0, pack_count);
    ADD_TABLE_TEST(tcase, dataset_in_another_order, datasets);
    ADD_TABLE_TEST(tcase, dataset_in_another_form, datasets);
    return suite;
}
