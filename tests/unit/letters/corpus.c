/* SPDX-License-Identifier: MIT */
#include "corpus.h"

#include "support.h"

#include "base/memory.h"
#include "domain/vocabulary.h"
#include "reader/csv_reader.h"

#include <check.h>
#include <stdlib.h>

enum { COLUMNS = 24, ROWS = 400, NONE = CORPUS_STANCES - 1 };

/* A file of the corpus as texts. */
struct sheet {
    char *bytes;
    struct csv_reader *reader;
    const struct slice *header;
    size_t columns, count;
    char *cells[ROWS][COLUMNS];
};

static void sheet_open(struct sheet *sheet, const char *folder, const char *name)
{
    char *path = memory_print("%s/%s", folder, name);
    size_t size;
    struct error err = {0};
    struct csv_row row;
    *sheet = (struct sheet){.bytes = support_read_file(path, &size)};
    ck_assert_msg(csv_reader_open(path, (struct slice){sheet->bytes, size}, &sheet->reader, &err),
                  "%s", err.what);
    sheet->columns = csv_reader_header(sheet->reader, &sheet->header);
    for (csv_reader_next(sheet->reader, &row); row.event != CSV_END;
         csv_reader_next(sheet->reader, &row)) {
        ck_assert_msg(row.event == CSV_ROW && sheet->count < ROWS, "%s:%ld: %s", path, row.line,
                      row.fault.message);
        for (size_t i = 0; i < sheet->columns; i++)
            sheet->cells[sheet->count][i] = slice_copy(row.fields[i]);
        sheet->count++;
    }
    free(path);
}

static const char *sheet_cell(const struct sheet *sheet, size_t row, const char *column)
{
    for (size_t i = 0; i < sheet->columns; i++)
        if (slice_is(sheet->header[i], column))
            return sheet->cells[row][i];
    ck_abort_msg("no column %s", column);
    return "";
}

static void sheet_close(struct sheet *sheet)
{
    for (size_t row = 0; row < sheet->count; row++)
        for (size_t i = 0; i < sheet->columns; i++)
            free(sheet->cells[row][i]);
    csv_reader_free(sheet->reader);
    free(sheet->bytes);
}

/* The text of a page without its tags; enough for the pages of the corpus. */
static void strip_tags(char *text)
{
    char *out = text;
    bool is_tag = false;
    for (char *at = text; *at; at++) {
        if (*at == '<')
            is_tag = true;
        if (!is_tag)
            *out++ = *at;
        if (*at == '>')
            is_tag = false;
    }
    *out = '\0';
}

struct style {
    const char *folder, *name;
    struct sheet letters, questions, gold;
    struct corpus_score *score;
    FILE *out;
};

static bool is_whole_row_field(int field)
{
    return field <= LETTER_STAGE;
}

static int stance_index(const char *word)
{
    int code = *word ? vocabulary_code(&stances, slice_of(word)) : -1;
    return code < 0 ? NONE : code;
}

static enum position position_of(const char *stance, const char *held, const char *use)
{
    static const char *const none = "";
    if (!*stance)
        return POSITION_SILENT;
    int h = strcmp(held, none) ? vocabulary_code(&held_statements, slice_of(held)) : -1;
    int u = strcmp(use, none) ? vocabulary_code(&held_statements, slice_of(use)) : -1;
    return shown_position((enum stance)vocabulary_code(&stances, slice_of(stance)), h, u, u >= 0);
}

static const struct letter_row *find_row(const struct letter_reading *reading, const char *question)
{
    for (size_t i = 0; i < reading->row_count; i++)
        if (reading->rows[i].reading == 'A' && strcmp(reading->rows[i].question_id, question) == 0)
            return &reading->rows[i];
    return NULL;
}

static void count_positions(struct style *s, size_t gold, const struct letter_row *row,
                            const char *letter)
{
    enum position is = row->position;
    enum position should = position_of(sheet_cell(&s->gold, gold, "stance"),
                                       sheet_cell(&s->gold, gold, "held_statement"),
                                       sheet_cell(&s->gold, gold, "use_statement"));
    if (row->review || is == should || is == POSITION_SILENT || should == POSITION_SILENT)
        return;
    bool is_flip = is != POSITION_DENY && should != POSITION_DENY;
    s->score->flips += is_flip;
    s->score->deny_flips += !is_flip;
    if (s->out)
        fprintf(s->out, "%s/%s %s: %s\n", s->name, letter, row->question_id,
                is_flip ? "FLIP" : "deny flip");
}

static bool score_field(struct style *s, size_t gold, const struct letter_row *row, int field,
                        const char *letter)
{
    const char *name = letter_field_name((enum letter_field)field);
    const char *should = sheet_cell(&s->gold, gold, name),
               *is = row ? row->values[field] : "(no row)";
    bool is_right = strcmp(should, is) == 0;
    if (*should || field == LETTER_STANCE) {
        s->score->fields[field].of++;
        s->score->fields[field].right += is_right;
    } else if (!is_right) {
        s->score->fields[field].of++;
    }
    if (!is_right && s->out)
        fprintf(s->out, "%s/%s %s: %s: \"%s\", not \"%s\" [%s %s]\n", s->name, letter,
                sheet_cell(&s->gold, gold, "question_id"), name, is, should,
                row ? row->coding_id : "", row ? row->flags : "");
    return is_right;
}

static void score_row(struct style *s, const struct letter_text *text,
                      const struct letter_reading *reading, size_t gold)
{
    struct corpus_score *score = s->score;
    const char *letter = sheet_cell(&s->gold, gold, "letter");
    const struct letter_row *row = find_row(reading, sheet_cell(&s->gold, gold, "question_id"));
    bool is_right = row != NULL;
    score->rows++;
    score->question.of++;
    score->question.right += row != NULL;
    score->confusion[stance_index(sheet_cell(&s->gold, gold, "stance"))]
                    [row ? stance_index(row->values[LETTER_STANCE]) : NONE]++;
    for (int field = 0; field < LETTER_FIELD_COUNT; field++)
        if (!score_field(s, gold, row, field, letter) && is_whole_row_field(field))
            is_right = false;
    score->whole_row.of++;
    score->whole_row.right += is_right;
    score->review.of++;
    score->review.right += row && row->review;
    if (!is_right) {
        score->wrong_reviewed.of++;
        score->wrong_reviewed.right += row && row->review;
    }
    if (!row)
        return;
    if (s->out && row->review != (strcmp(sheet_cell(&s->gold, gold, "review"), "yes") == 0))
        fprintf(s->out, "%s/%s %s: review %s [%s %s]\n", s->name, letter, row->question_id,
                row->review ? "yes" : "no", row->coding_id, row->flags);
    score->flags.of++;
    score->flags.right += strcmp(row->flags, sheet_cell(&s->gold, gold, "flags")) == 0;
    if (s->out && strcmp(row->flags, sheet_cell(&s->gold, gold, "flags")) != 0)
        fprintf(s->out, "%s/%s %s: flags \"%s\", not \"%s\"\n", s->name, letter, row->question_id,
                row->flags, sheet_cell(&s->gold, gold, "flags"));
    count_positions(s, gold, row, letter);
    const char *span = sheet_cell(&s->gold, gold, "span"),
               *at = *span ? strstr(text->text, span) : NULL;
    if (at) {
        size_t begin = (size_t)(at - text->text), end = begin + strlen(span);
        bool overlaps = row->main.begin < end && begin < row->main.end;
        score->span.of++;
        score->span.right += overlaps;
        if (s->out && !overlaps)
            fprintf(s->out, "%s/%s %s: span \"%.*s\"\n", s->name, letter, row->question_id,
                    (int)(row->main.end - row->main.begin), text->text + row->main.begin);
    }
}

static void tell_words(const struct letter_text *text, struct letter_span words, FILE *out)
{
    for (size_t i = words.begin; i < words.end; i++)
        fputc(text->text[i] == '\n' ? ' ' : text->text[i], out);
    fputc('\n', out);
}

void corpus_explain(const struct letter_text *text, const struct letter_reading *reading, FILE *out)
{
    for (size_t i = 0; i < reading->zone_count; i++) {
        fprintf(out, "[%s %s] ", letter_zone_name(reading->zones[i].zone),
                reading->zones[i].because);
        tell_words(text, reading->zones[i].place, out);
        for (size_t k = 0; k < reading->act_count; k++) {
            const struct letter_act *act = &reading->acts[k];
            if (act->words.begin < reading->zones[i].place.begin ||
                act->words.begin >= reading->zones[i].place.end)
                continue;
            fprintf(out, "      %s %s (%s %s %s) %s%s: ", act->act, act->phrase, act->scope,
                    act->weight, act->questions, act->why_not ? "NOT: " : "",
                    act->why_not ? act->why_not : "");
            tell_words(text, act->words, out);
        }
    }
    for (size_t i = 0; i < reading->row_count; i++) {
        const struct letter_row *row = &reading->rows[i];
        fprintf(out, "ROW %s %c %s:", row->question_id, row->reading, row->coding_id);
        for (int field = 0; field < LETTER_FIELD_COUNT; field++)
            fprintf(out, " %s=%s", letter_field_name((enum letter_field)field), row->values[field]);
        fprintf(out, " flags=%s\n", row->flags);
    }
}

static void read_letter(struct letter_reader *reader, struct style *s, size_t row)
{
    const char *letter = sheet_cell(&s->letters, row, "letter"),
               *force = sheet_cell(&s->letters, row, "force");
    const char *tool = sheet_cell(&s->letters, row, "tool");
    struct letter_question asked[64];
    struct letter_context context = {.own_names = &force,
                                     .own_name_count = 1,
                                     .tools = &tool,
                                     .tool_count = 1,
                                     .questions = asked};
    char ids[64][8];
    context.regime = act_find(slice_of(sheet_cell(&s->letters, row, "regime")));
    for (size_t i = 0; i < s->questions.count && context.question_count < 64; i++)
        if (strcmp(sheet_cell(&s->questions, i, "letter"), letter) == 0)
            asked[context.question_count++] = (struct letter_question){
                sheet_cell(&s->questions, i, "question_id"), sheet_cell(&s->questions, i, "text")};
    for (long n = strtol(sheet_cell(&s->letters, row, "questions"), NULL, 10);
         (long)context.question_count < n && n < 64;) {
        size_t i = context.question_count++;
        sprintf(ids[i], "Q%zu", i + 1);
        asked[i] = (struct letter_question){ids[i], ""};
    }
    char *path = memory_print("%s/%s", s->folder, sheet_cell(&s->letters, row, "file"));
    struct letter_text text = {.text = support_read_file(path, &(size_t){0})};
    char *canonical = strstr(text.text, "canonical\" href=\"");
    if (strstr(path, ".html")) {
        if (canonical) {
            canonical += strlen("canonical\" href=\"");
            text.address = memory_print("%.*s", (int)strcspn(canonical, "\""), canonical);
        }
        strip_tags(text.text);
    }
    text.length = strlen(text.text);
    struct letter_reading reading;
    struct error err = {0};
    ck_assert_msg(letter_read(reader, &text, &context, &reading, &err), "%s", err.what);
    s->score->letters++;
    const char *wanted = getenv("CORPUS_EXPLAIN");
    if (wanted && s->out && strcmp(wanted, letter) == 0)
        corpus_explain(&text, &reading, s->out);
    for (size_t i = 0; i < s->gold.count; i++)
        if (strcmp(sheet_cell(&s->gold, i, "letter"), letter) == 0)
            score_row(s, &text, &reading, i);
    letter_reading_done(&reading);
    letter_text_free(&text);
    free(path);
}

void corpus_read(struct letter_reader *reader, const char *folder, struct corpus_score *score,
                 FILE *out)
{
    struct style *s = memory_new(1, sizeof *s);
    s->folder = folder;
    s->name = strrchr(folder, '/') + 1;
    s->score = score;
    s->out = out;
    sheet_open(&s->letters, folder, "letters.csv");
    sheet_open(&s->questions, folder, "questions.csv");
    sheet_open(&s->gold, folder, "gold.csv");
    for (size_t row = 0; row < s->letters.count; row++)
        read_letter(reader, s, row);
    sheet_close(&s->letters);
    sheet_close(&s->questions);
    sheet_close(&s->gold);
    free(s);
}

double corpus_macro_f1(const struct corpus_score *score)
{
    double sum = 0;
    int classes = 0;
    for (int c = 0; c < NONE; c++) {
        int gold = 0, read = 0;
        for (int k = 0; k < CORPUS_STANCES; k++) {
            gold += score->confusion[c][k];
            read += score->confusion[k][c];
        }
        if (!gold)
            continue;
        classes++;
        sum += 2.0 * score->confusion[c][c] / (gold + read);
    }
    return classes ? sum / classes : 0;
}

static void tell_share(const char *name, struct corpus_share share, FILE *out)
{
    if (share.of)
        fprintf(out, "%-24s %4d of %4d  %.3f\n", name, share.right, share.of,
                (double)share.right / share.of);
}

void corpus_tell(const struct corpus_score *score, FILE *out)
{
    fprintf(out, "letters %d, rows %d\n", score->letters, score->rows);
    for (int gold = 0; gold < CORPUS_STANCES; gold++)
        for (int is = 0; is < CORPUS_STANCES; is++)
            if (score->confusion[gold][is] && gold != is)
                fprintf(out, "  %s read as %s: %d\n", gold == NONE ? "none" : stances.words[gold],
                        is == NONE ? "none" : stances.words[is], score->confusion[gold][is]);
    fprintf(out, "stance macro-F1          %.3f\n", corpus_macro_f1(score));
    for (int field = 0; field < LETTER_FIELD_COUNT; field++)
        tell_share(letter_field_name((enum letter_field)field), score->fields[field], out);
    tell_share("whole row", score->whole_row, out);
    tell_share("question", score->question, out);
    tell_share("flags", score->flags, out);
    tell_share("span", score->span, out);
    tell_share("to review", score->review, out);
    tell_share("wrong rows to review", score->wrong_reviewed, out);
    fprintf(out, "flips %d, deny flips %d\n", score->flips, score->deny_flips);
}
