/* SPDX-License-Identifier: MIT */
#include "cmd/schema_words.h"

#include "base/memory.h"
#include "intake/contract.h"
#include "reader/embedded_table.h"

#include <stdio.h>
#include <stdlib.h>

/* Of word-meanings.csv, and of words.csv. */
enum { MEANT_LIST, MEANT_WORD, MEANT_MEANING, MEANT_CELLS };
enum { OTHER_LIST, OTHER_SPELLING, OTHER_WORD, OTHER_ADVICE, OTHER_CELLS };

struct entry {
    char *word;     /* of the list; empty: a word that says too little */
    char *spelling; /* of others; NULL: none */
    char *text;     /* what it means, or what to do */
    bool is_told;
};

struct entries {
    const char *list;
    struct entry *rows;
    size_t count, room;
};

static void add(struct entries *entries, struct slice word, struct slice spelling,
                struct slice text)
{
    entries->rows =
        memory_grow(entries->rows, entries->count, &entries->room, sizeof *entries->rows);
    entries->rows[entries->count++] =
        (struct entry){slice_copy(word), slice_copy(spelling), slice_copy(text), false};
}

static void take_meaning(void *context, const struct slice *cells)
{
    struct entries *meanings = context;
    if (slice_is(cells[MEANT_LIST], meanings->list))
        add(meanings, cells[MEANT_WORD], slice_of(""), cells[MEANT_MEANING]);
}

static void take_other(void *context, const struct slice *cells)
{
    struct entries *others = context;
    if (slice_is(cells[OTHER_LIST], others->list))
        add(others, cells[OTHER_WORD], cells[OTHER_SPELLING], cells[OTHER_ADVICE]);
}

static void done(struct entries *entries)
{
    for (size_t i = 0; i < entries->count; i++) {
        free(entries->rows[i].word);
        free(entries->rows[i].spelling);
        free(entries->rows[i].text);
    }
    free(entries->rows);
}

/* The spellings of others from that row on that mean the same, and are told by it. */
static void print_spellings(struct entries *others, size_t first)
{
    const struct entry *one = &others->rows[first];
    const char *between = "";
    for (size_t i = first; i < others->count; i++) {
        struct entry *entry = &others->rows[i];
        if (strcmp(entry->word, one->word) != 0 || strcmp(entry->text, one->text) != 0)
            continue;
        printf("%s%s", between, entry->spelling);
        between = "; ";
        entry->is_told = true;
    }
    putchar('\n');
}

static void print_words(const struct vocabulary *words, const struct entries *meanings,
                        struct entries *others)
{
    for (size_t i = 0; words->words[i]; i++) {
        printf("  %s\n", words->words[i]);
        for (size_t j = 0; j < meanings->count; j++)
            if (strcmp(meanings->rows[j].word, words->words[i]) == 0)
                printf("      %s\n", meanings->rows[j].text);
        for (size_t j = 0; j < others->count; j++) {
            if (strcmp(others->rows[j].word, words->words[i]) != 0 || others->rows[j].is_told)
                continue;
            fputs("      also read so: ", stdout);
            print_spellings(others, j);
        }
    }
}

static void print_too_little(struct entries *others)
{
    bool is_first = true;
    for (size_t i = 0; i < others->count; i++) {
        const struct entry *entry = &others->rows[i];
        if (entry->is_told || !*entry->text)
            continue;
        if (is_first)
            puts("\nThese say too little. The row is rejected, and what to do is said with it:\n");
        is_first = false;
        fputs("  ", stdout);
        print_spellings(others, i);
        printf("      %s\n", entry->text);
    }
}

static bool print_vocabulary(const struct vocabulary *words, struct error *err)
{
    struct entries meanings = {.list = words->name}, others = {.list = words->name};
    bool ok =
        embedded_table_read("datasets/reference/word-meanings.csv", MEANT_CELLS, take_meaning,
                            &meanings, err) &&
        embedded_table_read("datasets/reference/words.csv", OTHER_CELLS, take_other, &others, err);
    if (ok) {
        print_words(words, &meanings, &others);
        print_too_little(&others);
    }
    done(&meanings);
    done(&others);
    return ok;
}

/* Each list once, under the files that have it. */
struct seen {
    const struct vocabulary *list[FILE_COUNT];
    size_t count;
};

static bool is_seen(struct seen *seen, const struct vocabulary *words)
{
    for (size_t i = 0; i < seen->count; i++)
        if (seen->list[i] == words)
            return true;
    seen->list[seen->count++] = words;
    return false;
}

static const struct column *find_column(const struct contract_file *file, const char *folded)
{
    char header[HEADER_BYTES];
    for (size_t i = 0; i < file->count; i++) {
        contract_fold_header(slice_of(file->columns[i].name), header);
        if (file->columns[i].words && strcmp(header, folded) == 0)
            return &file->columns[i];
    }
    return NULL;
}

bool schema_words_print(const char *name, bool *ret_found, struct error *err)
{
    char folded[HEADER_BYTES];
    struct seen seen = {.count = 0};
    contract_fold_header(slice_of(name), folded);
    for (size_t i = FILE_COUNT; i-- > 0;) {
        const struct column *column = find_column(&contract_files[i], folded);
        if (!column || is_seen(&seen, column->words))
            continue;
        printf("%s%s in %s: %s\n\n", seen.count > 1 ? "\n" : "", column->name,
               contract_files[i].name, column->description);
        if (!print_vocabulary(column->words, err))
            return false;
    }
    *ret_found = seen.count > 0;
    if (*ret_found)
        puts("\nCase, spaces, hyphens and underscores do not matter.");
    return true;
}
