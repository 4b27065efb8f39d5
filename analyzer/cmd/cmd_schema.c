/* SPDX-License-Identifier: MIT */
#include "base/embedded.h"
#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cmd/commands.h"
#include "cmd/options.h"
#include "cmd/schema_page.h"
#include "cmd/schema_words.h"
#include "cmd/table_schema.h"
#include "intake/contract.h"

#include <stdio.h>

struct settings {
    const char *file;
    bool json, markdown;
};

static const struct command_option options[] = {
    {"json", 'j', NULL, "Print a Frictionless Table Schema; without FILE a Data Package",
     OPTION_INTO(struct settings, json)},
    {"markdown", 'm', NULL, "Print tables in Markdown, as in docs/contract.md",
     OPTION_INTO(struct settings, markdown), .not_with = "json"},
    {0},
};

static const struct command_line command_line = {
    .options = options,
    .usage = "[FILE|COLUMN]",
    .doc = "Prints the data contract: the files of a pack, the columns of one "
           "(responses.csv, or just responses), or the words of a column (stance) with what each "
           "means, which other words are read so, and which say too little. With precheck, the "
           "JSON Schema of what "
           "`concord precheck --json` and `concord advise --json` print.",
    .arguments = {ARGUMENT_INTO(struct settings, file)},
    .most = 1,
};

static void print_word_list(const struct vocabulary *words)
{
    for (size_t i = 0; words->words[i]; i++)
        printf("%s%s", i ? ", " : "", words->words[i]);
}

static void print_column(const struct column *column)
{
    static const char *const needs[] = {
        [NEED_NOT] = "",
        [NEED_COLUMN] = " (required column)",
        [NEED_VALUE] = " (required)",
        [NEED_EITHER] = " (required, or another so marked)",
    };
    printf("  %s%s\n      %s\n      %s", column->name, needs[column->need], column->description,
           column_type_text(column->type));
    if (column->words) {
        fputs(": ", stdout);
        print_word_list(column->words);
    }
    putchar('\n');
    if (column->aliases)
        printf("      also read as: %s\n", column->aliases);
}

static void print_file(const struct contract_file *file)
{
    printf("%s: %s\n\n", file->name, file->title);
    for (size_t i = 0; i < file->count; i++)
        print_column(&file->columns[i]);
    puts(
        "\nColumns may come in any order; case, spaces, hyphens and underscores of their names do\n"
        "not matter. Empty, unknown, n/a and - mean not known. Other columns are kept.");
}

static void print_all(void)
{
    puts("A pack is a folder of these CSV files. Only responses.csv must be there.\n");
    for (size_t i = FILE_COUNT; i-- > 0;) {
        const struct contract_file *file = &contract_files[i];
        printf("%-22s %s\n", file->name, file->title);
        fputs("                       ", stdout);
        const char *separator = "";
        for (size_t j = 0; j < file->count; j++) {
            if (file->columns[j].need == NEED_NOT)
                continue;
            printf("%s%s", separator, file->columns[j].name);
            separator = ", ";
        }
        puts(" ...");
    }
    puts("\nconcord schema responses shows the columns of one file, concord schema stance\n"
         "what the words of a column mean.");
}

static bool unknown_file(const char *name, struct error *err)
{
    char next[160] = "`concord schema` lists the files, `concord schema responses` columns.";
    const struct contract_file *nearest = contract_nearest(name);
    if (nearest)
        text_cut(next, sizeof next, "Did you mean %s? `concord schema` lists the files.",
                 nearest->name);
    return error_set(err, ERROR_USAGE, "", 0, next,
                     "the contract has no file, and no column with a list of words, \"%s\"",
                     SHOWN(name, 104));
}

/* Of what a command prints as JSON. */
static bool print_answer_schema(const char *name)
{
    SCOPED_TEXT path = memory_print("datasets/schema/%s.json", name);
    const struct embedded_file *file = embedded_find(path);
    if (file)
        fwrite(file->bytes, 1, file->size, stdout);
    return file;
}

bool cmd_schema(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    options_parse(&command_line, argc, argv, &settings);
    if (settings.json || settings.markdown)
        terminal_begin_data();
    *ret_exit = 0;
    const struct contract_file *file = settings.file ? contract_find(settings.file) : NULL;
    if (settings.file && !file && print_answer_schema(settings.file))
        return true;
    bool is_found = true;
    if (settings.file && !file && !schema_words_print(settings.file, &is_found, err))
        return false;
    if (settings.file && !file)
        return is_found || unknown_file(settings.file, err);
    if (settings.json)
        table_schema_print(file, stdout);
    else if (settings.markdown)
        schema_page_print(file, stdout);
    else if (file)
        print_file(file);
    else
        print_all();
    return true;
}
