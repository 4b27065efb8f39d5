/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "letters/reading/letter_support.h"

#include "base/memory.h"

#include <stdlib.h>

#define PAGE(body) "<!DOCTYPE html><html><body>" body "</body></html>"

static const struct {
    const char *page, *letters;
} pages[] = {
    {PAGE("<p>One\n  two<b> </b>three</p><p>Four</p>"), "One two three\n\nFour\n"},
    {PAGE("<div>One</div><div>Two<br>three<br><br>four</div>"), "One\nTwo\nthree\n\nfour\n"},
    {PAGE("<h2>Response</h2>We hold it<h2>Next</h2>"), "Response\n\nWe hold it\n\nNext\n"},
    {PAGE("<p>a&nbsp;b &lt;p&gt; &pound;5 &#8211; &#150; caf\xc3\xa9</p>"),
     "a\xc2\xa0"
     "b <p> \xc2\xa3"
     "5 \xe2\x80\x93 \xe2\x80\x93 caf\xc3\xa9\n"},
    {PAGE("<p>We <b>do</b> <strong>not</strong> hold <em>it</em></p>"),
     "We do not hold it\n[bold do not]\n"},
    {PAGE("<p><mark>see</mark> <ins>in</ins> <del>out</del></p>"),
     "see in\n[highlight see]\n[tracked in]\n[tracked ]\n"},
    {PAGE("<p>No<s>, it is held</s></p><del><p>Yes, from 2022.</p></del><strike>Yes</strike>"),
     "No\n[tracked ]\n[tracked ]\n[tracked ]\n"},
    {PAGE("<ol><li>a<li><p>b</p><p>c</p></ol>"), "1. a\n2. b\n\nc\n"},
    {PAGE("<ol start='4' type='a'><li>x</li><li value='7'>y</li></ol>"), "d. x\ng. y\n"},
    {PAGE("<ol type=I><li>x<li>y<li>z<li>u</ol><ul><li>v</ul>"),
     "I. x\nII. y\nIII. z\nIV. u\n\n* v\n"},
    {PAGE("<ol><li></li><li><ol type='a'><li>in</ol></ol>"), "2. a. in\n"},
    {PAGE("<table><tr><th>Year<th>Uses<tr><td><p>2023</p></td><td>11</td></tr></table>After"),
     "Year\tUses\n2023\t11\n\nAfter\n"},
    {PAGE("<table><tr><td><p>Q1 Do you use it?</p><p>Q2 Since when?</p></td>"
          "<td><p>We hold it.</p><p>We do not.</p></td></tr></table>"),
     "Q1 Do you use it?\n\nQ2 Since when?\n\nWe hold it.\n\nWe do not.\n"},
    {PAGE("<p>See <a href='https://a.example/log?a=1&amp;b=2'>our log</a> or <a href='#top'>up</a> "
          "<a href='javascript:x()'>do</a> <a href=''>no</a> <a href='/b'></a></p>"),
     "See our log or up do no\n[link our log = https://a.example/log?a=1&b=2]\n"},
    {"<html><head><base href='https://a.example/x/'><title> FOI\n 995 </title></head><body>"
     "<a href='y'>it</a></body></html>",
     "it\n[link it = https://a.example/x/y]\n[subject FOI 995]\n"},
    {"<html><head><link rel='canonical' href='https://a.example/2024/december/1'></head><body>"
     "<a href='2'>it</a></body></html>",
     "it\n[link it = https://a.example/2024/december/2]\n"
     "[address https://a.example/2024/december/1]\n"},
    {"<!-- saved from url=(0019)https://a.example/5 --><html><body>it</body></html>",
     "it\n[address https://a.example/5]\n"},
    {PAGE("<nav>Home</nav><main><p>We hold it, all of it.</p></main><footer>Contact</footer>"),
     "Home\n\nWe hold it, all of it.\n\nContact\n[chrome Home]\n[chrome Contact]\n"},
    {PAGE("<div class='Cookie-Bar'>We use cookies</div><header><h1>Force</h1></header>"
          "<article><header>Published</header>We hold it, all of it.</article>"
          "<div id='breadcrumbs'>Home</div>"),
     "We use cookies\n\nForce\n\nPublished\nWe hold it, all of it.\nHome\n"
     "[chrome We use cookies\n\nForce]\n[chrome Home]\n"},
    {PAGE("<form><main>We hold it.</main></form>"), "We hold it.\n"},
    {PAGE("<form>Most of the words of this page</form><p>short</p>"),
     "Most of the words of this page\n\nshort\n"},
    {PAGE("<form>Search</form><p>Most of the words of this page</p>"),
     "Search\n\nMost of the words of this page\n[chrome Search]\n"},
    {PAGE("<blockquote>You asked</blockquote><div class='gmail_quote'>On Monday</div>We hold it"),
     "You asked\n\nOn Monday\nWe hold it\n[quoted You asked\n\nOn Monday]\n"},
    {PAGE("<pre>a  b\n  c</pre><p>d  e</p>"), "a  b\n  c\n\nd e\n"},
    {PAGE("<script>var a = '<p>no</p>';</script><style>p { }</style><p>yes</p><svg>no</svg>"),
     "yes\n"},
    {PAGE("<noscript>Turn it on</noscript><p>We hold it</p>"),
     "Turn it on\n\nWe hold it\n[chrome Turn it on]\n"},
    {PAGE("<p>Unclosed <i>tags <p>are <b>usual"), "Unclosed tags\n\nare usual\n[bold usual]\n"},
    {"<p>A fragment</p><p>of a page</p>", "A fragment\n\nof a page\n"},
    {"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>x</p></body></html>",
     "x\n"},
    {PAGE("<!-- no --><p>a<!-- no -->b</p>"), "ab\n"},
};

START_TEST(page_gives_what_its_reader_sees)
{
    assert_letters("page", slice_of(pages[_i].page), LETTER_KIND_HTML, pages[_i].letters);
}
END_TEST

static const struct {
    struct slice bytes;
    const char *letters;
} encoded[] = {
    {BYTES("<html><meta charset='iso-8859-1'><p>a \x96 b"), "a \xe2\x80\x93 b\n"},
    {BYTES("<html><meta charset='iso-8859-1'><p>caf\xc3\xa9"), "caf\xc3\xa9\n"},
    {BYTES("\xff\xfe<\0p\0>\0a\0<\0/\0p\0>\0"), "a\n"},
    {BYTES("<html><p>a\0b and more words of this letter"), "a b and more words of this letter\n"},
};

START_TEST(page_is_decoded_by_us)
{
    assert_letters("page", encoded[_i].bytes, LETTER_KIND_HTML, encoded[_i].letters);
}
END_TEST

START_TEST(name_tells_only_what_content_allows)
{
    assert_letters("page.html", slice_of("Words, and <b>bold</b> ones in <p>a page."),
                   LETTER_KIND_HTML, "Words, and bold ones in\n\na page.\n[bold bold]\n");
    assert_letters("page.html", slice_of("Only text, 1 < 2."), LETTER_KIND_TEXT,
                   "Only text, 1 < 2.\n");
    assert_letters("page.txt", slice_of(PAGE("<p>a page")), LETTER_KIND_HTML, "a page\n");
}
END_TEST

static char *repeat(const char *tag, int times)
{
    char *page = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&page, &length);
    fputs("<html><body>We hold", out);
    for (int i = 0; i < times; i++)
        fputs(tag, out);
    fputs("it.", out);
    memory_stream_end(out);
    return page;
}

static const struct {
    const char *tag;
    int depth;
    bool is_read;
} depths[] = {
    {"<div>", 240, true},          {"<div>", 260, false},     {"<div>", 10000, false},
    {"<b>", 10000, false},         {"<ol><li>", 5000, false}, {"<table><tr><td>", 5000, false},
    {"<blockquote>", 5000, false},
};

START_TEST(depth_is_bounded_and_told)
{
    SCOPED_TEXT page = repeat(depths[_i].tag, depths[_i].depth);
    if (depths[_i].is_read)
        assert_letters("deep.html", slice_of(page), LETTER_KIND_HTML, "We hold\nit.\n");
    else
        assert_unreadable("deep.html", slice_of(page), &letter_limits_usual, "256 deep");
}
END_TEST

START_TEST(markup_without_end_is_told)
{
    SCOPED_TEXT page = repeat("<b></b>", 2 << 20);
    assert_unreadable("many.html", slice_of(page), &letter_limits_usual, "elements and attributes");
}
END_TEST

START_TEST(page_without_words_is_told)
{
    assert_unreadable("a.html", slice_of(PAGE("<script>x</script>")), &letter_limits_usual,
                      "there is no text");
}
END_TEST

START_TEST(damaged_page_is_told)
{
    for (size_t i = 0; i < LENGTH_OF(pages); i++)
        assert_survives_damage("page.html", slice_of(pages[i].page));
}
END_TEST

Suite *suite_letters_from_html(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/from_html", &tcase);
    ADD_TABLE_TEST(tcase, page_gives_what_its_reader_sees, pages);
    ADD_TABLE_TEST(tcase, page_is_decoded_by_us, encoded);
    tcase_add_test(tcase, name_tells_only_what_content_allows);
    ADD_TABLE_TEST(tcase, depth_is_bounded_and_told, depths);
    tcase_add_test(tcase, markup_without_end_is_told);
    tcase_add_test(tcase, page_without_words_is_told);
    tcase_add_test(tcase, damaged_page_is_told);
    return suite;
}
