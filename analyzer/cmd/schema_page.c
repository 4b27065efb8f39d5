/* SPDX-License-Identifier: MIT */
#include "cmd/schema_page.h"

static const char preface[] =
    "# The columns of a pack\n"
    "\n"
    "Made from the program by `concord schema --markdown`: write nothing here.\n"
    "[design/DATA.md](design/DATA.md) has the rules that all files share, and says why.\n"
    "Only responses.csv must be there.\n";

static void print_values(const struct column *column, FILE *out)
{
    fputs(column_type_text(column->type), out);
    for (size_t i = 0; column->words && column->words->words[i]; i++)
        fprintf(out, "%s%s", i ? ", " : ": ", column->words->words[i]);
}

static void print_column(const struct column *column, FILE *out)
{
    static const char *const needs[] = {
        [NEED_NOT] = "no",
        [NEED_COLUMN] = "the column",
        [NEED_VALUE] = "yes",
        [NEED_EITHER] = "it or another so marked",
    };
    fprintf(out, "| %s | %s | %s | ", column->name, needs[column->need], column->description);
    print_values(column, out);
    fprintf(out, " | %s |\n", column->aliases ? column->aliases : "");
}

static void print_file(const struct contract_file *file, FILE *out)
{
    fprintf(out,
            "## %s: %s\n\n| column | required | meaning | values | also read as |\n"
            "|---|---|---|---|---|\n",
            file->name, file->title);
    for (size_t i = 0; i < file->count; i++)
        print_column(&file->columns[i], out);
}

void schema_page_print(const struct contract_file *file, FILE *out)
{
    if (file) {
        print_file(file, out);
        return;
    }
    fputs(preface, out);
    for (size_t i = FILE_COUNT; i-- > 0;) {
        fputc('\n', out);
        print_file(&contract_files[i], out);
    }
}
