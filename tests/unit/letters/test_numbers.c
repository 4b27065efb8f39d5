/* SPDX-License-Identifier: MIT
 * Numbers of questions as letters write them (LETTERS 1.2): what a line begins with, what a
 * sentence names, and which question of the pack is meant.
 */
#include "suites.h"
#include "table.h"

#include "base/memory.h"
#include "base/text.h"
#include "letters/numbers.h"
#include "letters/question.h"
#include "short_letter.h"

enum { TEXT_BYTES = 256 };

static void spell(const struct number_list *list, char text[TEXT_BYTES])
{
    *text = '\0';
    for (size_t i = 0; i < list->count; i++) {
        const struct question_number n = list->items[i];
        text_add(text, TEXT_BYTES, "%s", i ? " " : "");
        if (n.number)
            text_add(text, TEXT_BYTES, "%d", n.number);
        if (n.letter)
            text_add(text, TEXT_BYTES, "%c", n.letter);
    }
}

/* As the reader sees a line of a letter. */
static struct slice fold(struct arena *arena, const char *line)
{
    struct folded folded;
    fold_letter(arena, slice_of(line), &folded);
    return slice_trim((struct slice){folded.text, folded.length});
}

struct writing {
    const char *line, *numbers;
};

/* With what stands at the beginning of a line. */
static const struct writing labels[] = {
    {"4 and 5 are refused now", "4 5"},
    {"On 3 I need longer", "3"},
    {"On 3 May we answered", ""},
    {"Finally no. 5: 1,860 cameras", "5"},
    {"That leaves 5 and 6.", "5 6"},
    {"Note to rows 1 and 2. These", "1 2"},
    {"The first two are answered below", "1 2"},
    {"The third you will find there", "3"},
    {"The third is a matter of taste", ""},
    {"Q1", "1"},
    {"Q1: yes", "1"},
    {"Request Number: F-2025-1", ""},
    {"Request Number: F-2025-01234", ""},
    {"Request No. FOI/2024/12", ""},
    {"Request No. 25-00123", ""},
    {"Request number 12-2025", ""},
    {"Request ref: A1234", ""},
    {"Request ref: A-1234", ""},
    {"Question ref", ""},
    {"Question ref: B", ""},
    {"Request Number: A12", ""},
    {"Request number 3: yes", "3"},
    {"Question F: yes", "f"},
    {"Q1-2: yes", "1 2"},
    {"1, 2 and 4 all come to the same thing", "1 2 4"},
    {"1, 2 and 4 officers", ""},
    {"3 - 2023/24 spend, none", "3"},
    {"On the first (what it cost), none", "1"},
    {"The third I have to refuse.", "3"},
    {"Q2-yes", "2"},
    {"Question a-c: none", "a b c"},
    {"No. 1 \xe2\x80\x93 the decision is reversed", "1"},
    {"1(a) and 1(b) are published", "1a 1b"},
    {"a \xe2\x80\xa2 none", "a"},
    {"a two-page summary", ""},
    {"Q1. Yes", "1"},
    {"Q1) yes", "1"},
    {"Q1 - yes", "1"},
    {"Q.1 yes", "1"},
    {"Q 1: yes", "1"},
    {"Q12 yes", "12"},
    {"Q1a: yes", "1a"},
    {"Q1(a) yes", "1a"},
    {"Q1 (a) yes", "1a"},
    {"Q1 a) yes", "1a"},
    {"Q1.a yes", "1a"},
    {"Q1A and Q1B: yes", "1a 1b"},
    {"Q1, Q2 and Q5: yes", "1 2 5"},
    {"Q1-Q3: yes", "1 2 3"},
    {"Q1\xe2\x80\x93"
     "3: yes",
     "1 2 3"},
    {"Q1 to Q3 yes", "1 2 3"},
    {"Q1/Q2: yes", "1 2"},
    {"Q1/2: yes", "1 2"},
    {"1. How many?", "1"},
    {"1) How many?", "1"},
    {"1: How many?", "1"},
    {"1 - How many?", "1"},
    {"2 \xe2\x80\x93 How many?", "2"},
    {"(1) How many?", "1"},
    {"(1). How many?", "1"},
    {"1a. How many?", "1a"},
    {"1(a) How many?", "1a"},
    {"1.a) How many?", "1a"},
    {"(1a) How many?", "1a"},
    {"(1)(a) How many?", "1a"},
    {"1 (a) How many?", "1a"},
    {"10. How many?", "10"},
    {"1 & 2. Yes", "1 2"},
    {"1 and 2) Yes", "1 2"},
    {"1, 2 and 3: Yes", "1 2 3"},
    {"1-3. Yes", "1 2 3"},
    {"1 to 3: Yes", "1 2 3"},
    {"a) what", "a"},
    {"(a) what", "a"},
    {"a. what", "a"},
    {"b: what", "b"},
    {"i. what", "1"},
    {"i) what", "1"},
    {"(i) what", "1"},
    {"ii) what", "2"},
    {"(iii) what", "3"},
    {"iv. what", "4"},
    {"IV. What", "4"},
    {"(vi) what", "6"},
    {"ix) what", "9"},
    {"\xe2\x80\xa2 Q2: yes", "2"},
    {"* 2) yes", "2"},
    {"Question 1", "1"},
    {"Question 1:", "1"},
    {"Question One (1)", "1"},
    {"Question one: yes", "1"},
    {"Question One (1): yes", "1"},
    {"Question (1): yes", "1"},
    {"Question No. 1: yes", "1"},
    {"Question number 3 yes", "3"},
    {"Question #3 yes", "3"},
    {"Question 1(a): yes", "1a"},
    {"Question 1 (a): yes", "1a"},
    {"Question 1, part (a): yes", "1a"},
    {"Question 1 part b: yes", "1b"},
    {"Part (b) of question 1: yes", "1b"},
    {"Part b of Q1: yes", "1b"},
    {"Question II: yes", "2"},
    {"Question (ii): yes", "2"},
    {"Qs 2 & 3: yes", "2 3"},
    {"Qs. 2 & 3: yes", "2 3"},
    {"Q's 2 and 3: yes", "2 3"},
    {"Questions 1, 2, 3, 4 & 6", "1 2 3 4 6"},
    {"Questions 1, 2 and 4 to 6: no", "1 2 4 5 6"},
    {"Question(s) 1 and 2: no", "1 2"},
    {"Questions 1 - 3 & 5: no", "1 2 3 5"},
    {"Questions one to three: no", "1 2 3"},
    {"Questions one and two: no", "1 2"},
    {"Questions 1a to 1c: no", "1a 1b 1c"},
    {"Questions 1a-c: no", "1a 1b 1c"},
    {"Questions 1(a) and (b): no", "1a 1b"},
    {"Questions 1(a)-(c): no", "1a 1b 1c"},
    {"Questions i to iii: no", "1 2 3"},
    {"Questions (i) and (ii): no", "1 2"},
    {"Questions a) and b): no", "a b"},
    {"Questions a to c: no", "a b c"},
    {"Response 1 - 5", "1 2 3 4 5"},
    {"Response 1: no", "1"},
    {"Response to question 2: no", "2"},
    {"Response to Q2 and Q3: no", "2 3"},
    {"Answer 2: no", "2"},
    {"Answer to Question Two: no", "2"},
    {"A1: no", "1"},
    {"A1. No", "1"},
    {"Request 2: no", "2"},
    {"Request 2", "2"},
    {"Part 3: no", "3"},
    {"Part three: no", "3"},
    {"Part Three", "3"},
    {"Part (b): no", "b"},
    {"Parts a and b: no", "a b"},
    {"Point 2: no", "2"},
    {"Points 2 and 3: no", "2 3"},
    {"Item 4: no", "4"},
    {"In answer to question 2, no", "2"},
    {"In relation to Q2 no", "2"},
    {"With regard to your third question, no", "3"},
    {"As regards question 2, no", "2"},
    {"The first question: no", "1"},
    {"Your first question: no", "1"},
    {"The second part of your request: no", "2"},
    {"The 2nd question: no", "2"},
    {"The first two questions: no", "1 2"},
    {"The second and third questions: no", "2 3"},
    /* What is no number of a question. */
    {"31(3) law enforcement", ""},
    {"2019. We moved", ""},
    {"12 forces", ""},
    {"12 March 2024", ""},
    {"1st Floor", ""},
    {"7 working days", ""},
    {"1.2 million", ""},
    {"3 per cent", ""},
    {"a force", ""},
    {"I write", ""},
    {"i write", ""},
    {"We hold it", ""},
    {"Section 1", ""},
    {"0. nothing", ""},
    {"[1] a footnote", ""},
    {"Answer: 2 officers", ""},
    {"Response: 5", ""},
    {"3, 2: no", ""},
    {"24-31 officers", ""},
    {"12 - 14 officers", ""},
    {"31 - Law enforcement", ""},
    {"1(1)(a) held", ""},
    {"31 and 40 apply", ""},
    {"(see below)", ""},
    {"Part of it", ""},
    {"Question time", ""},
    {"Answers below", ""},
    {"Requests made", ""},
};

/* What stands somewhere in a sentence. */
static const struct writing mentions[] = {
    {"rows 3 and 4 are refused", "3 4"},
    {"our answer to Q1 is no", "1"},
    {"for questions 1, 2, 3, 4 & 6 we", "1 2 3 4 6"},
    {"this is our response to questions 1 - 5.", "1 2 3 4 5"},
    {"as to part three, no", "3"},
    {"under point 2 nothing", "2"},
    {"the first question and", "1"},
    {"your first question asks", "1"},
    {"the second and third questions", "2 3"},
    {"the first three questions", "1 2 3"},
    {"the 1st and 2nd questions", "1 2"},
    {"the third part of your request", "3"},
    {"the third of your questions", "3"},
    {"the first and last", ""},
    {"question 1a to 1c", "1a 1b 1c"},
    {"(question 2) is refused", "2"},
    {"(Q2) is refused", "2"},
    {"the paper asked for under two comes with this", "2"},
    {"and as for the fourth the audits found none", "4"},
    {"the contract wanted at (2) is held", "2"},
    {"(Qs 2 & 3) are refused", "2 3"},
    {"parts (a) to (c) of it", "a b c"},
    {"parts i and iii of it", "1 3"},
    {"part b of question 1 is refused", "1b"},
    {"question 1, part b, is refused", "1b"},
    {"Q1(b) is refused", "1b"},
    {"request 7101/24", ""},
    {"request 7101", ""},
    {"part 1 of the act", ""},
    {"part 2 of schedule 1", ""},
    {"part a of the Act", ""},
    {"section 31(3)", ""},
    {"paragraph 4 of the code", ""},
    {"point 3 per cent", ""},
    {"a part of it", ""},
    {"on a request I made", ""},
    {"that part is held", ""},
    {"in part a force may", ""},
    {"the first time", ""},
    {"the second world war", ""},
    {"your request of 3 May", ""},
    {"item 5 million", ""},
    {"the answer: 2 of them", ""},
    {"questions 2 and a further one", "2"},
    {"the question I asked", ""},
    {"part 2 of the request", "2"},
    {"part 2 of your letter", "2"},
    {"paragraph 3 of this guidance", ""},
    {"question i is refused", "1"},
};

static void check_writing(const struct writing *writing, bool is_label)
{
    struct arena arena = {0};
    struct slice line = fold(&arena, writing->line);
    struct number_list list = {.count = 0};
    char found[TEXT_BYTES];
    bool is_found = is_label ? numbers_at_start(line, &list) : numbers_next(line, 0, &list);
    if (!is_found)
        list.count = 0;
    spell(&list, found);
    ck_assert_msg(strcmp(found, writing->numbers) == 0, "%s: %s for %s", writing->line, found,
                  writing->numbers);
    arena_done(&arena);
}

START_TEST(line_begins_with_numbers)
{
    check_writing(&labels[_i], true);
}
END_TEST

START_TEST(sentence_names_numbers)
{
    check_writing(&mentions[_i], false);
}
END_TEST

/* The questions of a request, as the pack spells them or else as the letter's own request numbers
 * them, and which of them a number of the letter means. */
static const struct {
    const char *questions; /* with semicolons */
    bool is_of_letter;
    const char *line, *meant;
} meanings[] = {
    {"Q1;Q2", false, "Q1: no", "Q1"},
    {"Q1;Q2", false, "Question two: no", "Q2"},
    {"1;2;3", false, "Qs 2 & 3: no", "2 3"},
    {"Question 1;Question 2", false, "1) no", "Question 1"},
    {"Q.1;Q.2", false, "2. no", "Q.2"},
    {"i;ii;iii", false, "ii) no", "ii"},
    {"Part i;Part ii", false, "Part 2: no", "Part ii"},
    {"a;b;c", false, "b) no", "b"},
    {"a;b;c", false, "Parts a and c: no", "a c"},
    {"Q1;Q2;Q3;Q4", false, "Response 1 - 3", "Q1 Q2 Q3"},
    {"Q1;Q2", false, "Q7: no", ""},
    /* 1a belongs to 1 where the pack has no 1a. */
    {"Q1;Q2", false, "Q1a: no", "Q1"},
    {"Q1;Q2", false, "Q1a and b: no", "Q1"},
    {"Q1;Q1A;Q2", false, "Q1(a): no", "Q1A"},
    {"Q1A;Q1B;Q2", false, "Q1b: no", "Q1B"},
    {"1(a);1(b);2", false, "Question 1, part b: no", "1(b)"},
    {"Q1A;Q1B;Q2", false, "Q1: no", "Q1A Q1B"},
    /* Numbers of the letter itself. */
    {"1;2", true, "Answer 2: no", "Q2"},
    {"1a;1b;2", true, "1b) no", "Q1B"},
    {"1;2", true, "Q1b: no", "Q1"},
    {"a;b", true, "Part (b): no", "QB"},
    {"i;ii", true, "(ii) no", "Q2"},
};

static void list_questions(struct arena *arena, const char *spelled, bool is_of_letter,
                           struct question_list *ret)
{
    struct letter_question given[8];
    struct letter_context context = {.questions = given};
    struct slice rest = slice_of(spelled), part;
    for (; slice_next_part(&rest, ';', &part); context.question_count++)
        given[context.question_count] = (struct letter_question){arena_copy(arena, part), ""};
    size_t count = context.question_count;
    if (is_of_letter)
        context.question_count = 0;
    questions_begin(arena, &context, ret);
    for (size_t i = 0; is_of_letter && i < count; i++) {
        struct question_number number;
        ck_assert(number_of_id(given[i].id, &number));
        questions_ask(arena, ret, number, slice_of("how many were bought"));
    }
}

START_TEST(number_means_question)
{
    struct arena arena = {0};
    struct question_list *questions = arena_new(&arena, 1, sizeof *questions);
    struct question_set set = {{0}};
    struct number_list numbers;
    char meant[TEXT_BYTES] = "";
    list_questions(&arena, meanings[_i].questions, meanings[_i].is_of_letter, questions);
    ck_assert(numbers_at_start(fold(&arena, meanings[_i].line), &numbers));
    questions_find(questions, &numbers, &set);
    for (size_t i = 0; i < questions->count; i++)
        if (question_set_has(&set, i))
            text_add(meant, sizeof meant, "%s%s", *meant ? " " : "", questions->items[i].id);
    ck_assert_msg(strcmp(meant, meanings[_i].meant) == 0, "%s of %s: %s for %s", meanings[_i].line,
                  meanings[_i].questions, meant, meanings[_i].meant);
    arena_done(&arena);
}
END_TEST

/* Two answers under labels, or within sentences: not held on question 1, NCND on 2 and 3. */
static const struct {
    const char *not_held, *ncnd;
} answers[] = {
    {"Q1: No information is held.", "Qs 2 & 3: We neither confirm nor deny that it is held."},
    {"1. No information is held.", "2 and 3: We neither confirm nor deny that it is held."},
    {"1) No information is held.", "2-3) We neither confirm nor deny that it is held."},
    {"(1) No information is held.", "Q2/Q3: We neither confirm nor deny that it is held."},
    {"Question One (1)\nNo information is held.",
     "Questions 2, 3\nWe neither confirm nor deny that it is held."},
    {"Response 1\nNo information is held.",
     "Response 2 - 3\nWe neither confirm nor deny that it is held."},
    {"Request 1: No information is held.",
     "Requests 2 and 3: We neither confirm nor deny that it is held."},
    {"Part one: No information is held.",
     "Parts two and three: We neither confirm nor deny that it is held."},
    {"Point 1: No information is held.",
     "Points 2 & 3: We neither confirm nor deny that it is held."},
    {"i) No information is held.", "ii) We neither confirm nor deny that it is held.\n\n"
                                   "iii) We neither confirm nor deny that it is held."},
    {"No information is held on the first question.",
     "We neither confirm nor deny that information is held on the second and third questions."},
    {"On your first question no information is held.",
     "As regards questions 2 and 3, we neither confirm nor deny that it is held."},
    {"1. No information is held.", "For anything asked in questions 2 to 3 we neither confirm nor "
                                   "deny that information is held."},
    {"Q1a: No information is held.",
     "Q2(a), Q2(b) and Q3: We neither confirm nor deny that it is held."},
};

START_TEST(numbered_answers_are_told_apart)
{
    struct letter_reading reading;
    SCOPED_TEXT text = memory_print(
        "Northmere Constabulary\n\nYou asked:\n1) Does the force use Osprey Lens?\n2) How many "
        "officers use it?\n3) What did it cost?\n\nResponse\n\n%s\n\n%s\n\nIf you are "
        "dissatisfied you may ask for an internal review.\n",
        answers[_i].not_held, answers[_i].ncnd);
    short_read(text, ACT_FOIA, 3, &reading);
    static const char *const said[][2] = {{"Q1", "not_held"}, {"Q2", "ncnd"}, {"Q3", "ncnd"}};
    for (size_t i = 0; i < 3; i++) {
        const struct letter_row *row = short_row(&reading, said[i][0], 'A');
        ck_assert_msg(row && strcmp(row->values[LETTER_STANCE], said[i][1]) == 0,
                      "%s: %s for %s of %s", said[i][0],
                      row ? row->values[LETTER_STANCE] : "no row", said[i][1], text);
    }
    letter_reading_done(&reading);
}
END_TEST

/* Letters of which no pack knows the questions: each number is a question. */
static const struct {
    const char *text, *rows; /* "Q1 not_held; Q2 ncnd" */
} unknown[] = {
    {"Response 1: No information is held.\n\nResponse 2: We neither confirm nor deny that it is "
     "held.",
     "Q1 not_held; Q2 ncnd"},
    {"Question 1: No information is held.\n\nQuestion 2: We neither confirm nor deny that it is "
     "held.",
     "Q1 not_held; Q2 ncnd"},
    {"Request\n1 - Is it used?\n2 - What did it cost?\n\nResponse\n1 - No information is "
     "held.\n2 - We neither confirm nor deny that it is held.",
     "Q1 not_held; Q2 ncnd"},
    {"You asked:\n(i) Is it used?\n(ii) What did it cost?\n\n(i) No information is held.\n(ii) We "
     "neither confirm nor deny that it is held.",
     "Q1 not_held; Q2 ncnd"},
    {"Question\tResponse\n1. Is it used?\tYes\n2. Value of contract\t\xc2\xa3"
     "818,750\n3. Is it used to profile opinions?\tNo\n4. Meeting notes\tExempt \xe2\x80\x93 "
     "s.43(2)",
     "Q1 disclosed; Q2 disclosed; Q3 not_held; Q4 held_exempt"},
    {"1. Is it used?\tYes\n2. What is the value of the contract?\t\xc2\xa3"
     "818,750\n3. Is it used to profile opinions?\tNo\n4. Please provide meeting notes\tThis "
     "information is exempt under section 43(2)",
     "Q1 disclosed; Q2 disclosed; Q3 not_held; Q4 held_exempt"},
    {"1. Is it used?\tNo information is held.\n2. Cost\t12.\n3. Staff\t4",
     "Q1 not_held; Q2 disclosed; Q3 disclosed"},
    {"Response\n\nNo information is held.\n\n1. Northmere\t12\n2. Westvale\t7", " not_held"},
};

START_TEST(numbers_of_no_pack_are_questions)
{
    struct letter_reading reading;
    char rows[256] = "";
    SCOPED_TEXT text = memory_print("Northmere Constabulary\n\n%s\n\nIf you are dissatisfied you "
                                    "may ask for an internal review.\n",
                                    unknown[_i].text);
    short_read(text, ACT_FOIA, 0, &reading);
    for (size_t i = 0; i < reading.row_count; i++)
        text_add(rows, sizeof rows, "%s%s %s", i ? "; " : "", reading.rows[i].question_id,
                 reading.rows[i].values[LETTER_STANCE]);
    ck_assert_msg(strcmp(rows, unknown[_i].rows) == 0, "%s: %s", text, rows);
    letter_reading_done(&reading);
}
END_TEST

Suite *suite_letters_numbers(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/numbers", &tcase);
    ADD_TABLE_TEST(tcase, line_begins_with_numbers, labels);
    ADD_TABLE_TEST(tcase, sentence_names_numbers, mentions);
    ADD_TABLE_TEST(tcase, number_means_question, meanings);
    ADD_TABLE_TEST(tcase, numbered_answers_are_told_apart, answers);
    ADD_TABLE_TEST(tcase, numbers_of_no_pack_are_questions, unknown);
    return suite;
}
