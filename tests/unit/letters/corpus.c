/* SPDX-License-Identifier: MIT */
#include "corpus.h"

#include "sheet.h"

#include "base/memory.h"
#include "letters/reading/document.h"

#include <check.h>
#include <stdlib.h>

enum { QUESTIONS_MAX = 64 };

/* The files of a style while it is read. */
struct style_files {
    struct sheet letters, questions, gold;
};

static char *keep(struct corpus *corpus, char *text)
{
    char *kept = arena_copy(&corpus->arena, slice_of(text));
    free(text);
    return kept;
}

static const char *keep_cell(struct corpus *corpus, const struct sheet *sheet, size_t row,
                             const char *column)
{
    return arena_copy(&corpus->arena, slice_of(sheet_cell(sheet, row, column)));
}

static void read_text(struct corpus_letter *letter)
{
    struct letter_document document;
    letter_document_read(letter->path, &letter_limits_usual, &document);
    ck_assert_msg(document.part_count == 1 && !document.parts[0].reason, "%s: %s", letter->path,
                  document.reason ? document.reason : "not one text");
    letter->text = document.parts[0].text;
    document.parts[0].text = (struct letter_text){0};
    letter_document_done(&document);
}

static void add_questions(struct corpus *corpus, const struct sheet *questions, long announced,
                          struct corpus_letter *letter)
{
    letter->questions = arena_new(&corpus->arena, QUESTIONS_MAX, sizeof *letter->questions);
    for (size_t i = 0; i < questions->count && letter->question_count < QUESTIONS_MAX; i++)
        if (strcmp(sheet_cell(questions, i, "letter"), letter->number) == 0)
            letter->questions[letter->question_count++] =
                (struct letter_question){keep_cell(corpus, questions, i, "question_id"),
                                         keep_cell(corpus, questions, i, "text")};
    while ((long)letter->question_count < announced && letter->question_count < QUESTIONS_MAX) {
        size_t i = letter->question_count++;
        letter->questions[i] =
            (struct letter_question){keep(corpus, memory_print("Q%zu", i + 1)), ""};
    }
}

static bool is_of(const struct sheet *gold, size_t row, const struct corpus_letter *letter)
{
    return strcmp(sheet_cell(gold, row, "letter"), letter->number) == 0 &&
           (!letter->partner || strcmp(sheet_cell(gold, row, "force"), letter->force) == 0);
}

static void add_rows(struct corpus *corpus, const struct sheet *gold, struct corpus_letter *letter)
{
    for (size_t i = 0; i < gold->count; i++) {
        if (!is_of(gold, i, letter))
            continue;
        letter->rows = arena_grow(&corpus->arena, letter->rows, letter->row_count,
                                  &letter->row_room, sizeof *letter->rows);
        struct corpus_row *row = &letter->rows[letter->row_count++];
        *row = (struct corpus_row){
            .question_id = keep_cell(corpus, gold, i, "question_id"),
            .reading_b = keep_cell(corpus, gold, i, "reading_b"),
            .flags = keep_cell(corpus, gold, i, "flags"),
            .span = keep_cell(corpus, gold, i, "span"),
            .review = strcmp(sheet_cell(gold, i, "review"), "yes") == 0,
        };
        for (int field = 0; field < LETTER_FIELD_COUNT; field++)
            row->values[field] =
                keep_cell(corpus, gold, i, letter_field_name((enum letter_field)field));
        /* "none" and nothing both say that the letter does not speak of use. */
        if (strcmp(row->values[LETTER_USE_STATEMENT], "none") == 0)
            row->values[LETTER_USE_STATEMENT] = "";
    }
}

static void add_letter(struct corpus *corpus, const char *folder, const struct style_files *files,
                       size_t row, const struct corpus_letter *begun)
{
    corpus->letters = arena_grow(&corpus->arena, corpus->letters, corpus->count, &corpus->room,
                                 sizeof *corpus->letters);
    struct corpus_letter *letter = &corpus->letters[corpus->count++];
    *letter = *begun;
    letter->number = keep_cell(corpus, &files->letters, row, "letter");
    letter->tool = keep_cell(corpus, &files->letters, row, "tool");
    letter->is_hard = strcmp(sheet_cell(&files->letters, row, "hard"), "yes") == 0;
    letter->regime = act_find(slice_of(sheet_cell(&files->letters, row, "regime")));
    letter->path =
        keep(corpus, memory_print("%s/%s", folder, sheet_cell(&files->letters, row, "file")));
    add_questions(corpus, &files->questions,
                  strtol(sheet_cell(&files->letters, row, "questions"), NULL, 10), letter);
    add_rows(corpus, &files->gold, letter);
    read_text(letter);
}

/* "A Constabulary / B Constabulary" are two letters. */
static void add_letters(struct corpus *corpus, const char *folder, const struct style_files *files,
                        size_t row, struct corpus_letter begun)
{
    const char *force = keep_cell(corpus, &files->letters, row, "force");
    const char *slash = strstr(force, " / ");
    begun.file_no = corpus->file_count++;
    if (!slash) {
        begun.force = force;
        add_letter(corpus, folder, files, row, &begun);
        return;
    }
    const char *first = arena_copy(&corpus->arena, (struct slice){force, (size_t)(slash - force)});
    begun.force = first;
    begun.partner = slash + strlen(" / ");
    add_letter(corpus, folder, files, row, &begun);
    begun.force = begun.partner;
    begun.partner = first;
    add_letter(corpus, folder, files, row, &begun);
}

static void add_style(struct corpus *corpus, const char *name, enum corpus_half half)
{
    struct style_files files;
    char *folder = memory_print("tests/letters/%s", name),
         *letters = memory_print("%s/letters.csv", folder),
         *questions = memory_print("%s/questions.csv", folder),
         *gold = memory_print("%s/gold.csv", folder);
    sheet_open(&files.letters, letters);
    sheet_open(&files.questions, questions);
    sheet_open(&files.gold, gold);
    corpus->styles = arena_grow(&corpus->arena, corpus->styles, corpus->style_count,
                                &corpus->style_room, sizeof *corpus->styles);
    corpus->styles[corpus->style_count] = name;
    for (size_t row = 0; row < files.letters.count; row++)
        add_letters(
            corpus, folder, &files, row,
            (struct corpus_letter){.half = half, .style = corpus->style_count, .style_name = name});
    corpus->style_count++;
    sheet_close(&files.letters);
    sheet_close(&files.questions);
    sheet_close(&files.gold);
    free(folder);
    free(letters);
    free(questions);
    free(gold);
}

void corpus_open(struct corpus *corpus, enum corpus_half half)
{
    static const char *const words[] = {[HALF_DEVELOP] = "develop", [HALF_HELD_BACK] = "held_back"};
    struct sheet split;
    *corpus = (struct corpus){0};
    sheet_open(&split, "tests/letters/split.csv");
    for (size_t i = 0; i < split.count; i++)
        if (strcmp(sheet_cell(&split, i, "half"), words[half]) == 0)
            add_style(corpus, keep_cell(corpus, &split, i, "style"), half);
    sheet_close(&split);
}

void corpus_close(struct corpus *corpus)
{
    for (size_t i = 0; i < corpus->count; i++)
        letter_text_free(&corpus->letters[i].text);
    arena_done(&corpus->arena);
}

const char *corpus_name(const struct corpus_letter *letter)
{
    static char name[200];
    snprintf(name, sizeof name, "%s/%s%s%s", letter->style_name, letter->number,
             letter->partner ? " " : "", letter->partner ? letter->force : "");
    return name;
}
