/* SPDX-License-Identifier: MIT */
#include "letters/reading/mail_library.h"

/* For headers that say no encoding: what people's programs write, not what this machine does. */
static const char *fallbacks[] = {"utf-8", "windows-1252", NULL};

GMimeParserOptions *mail_library_options(void)
{
    static GMimeParserOptions *options;
    if (options)
        return options;
    g_mime_init();
    options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options, fallbacks);
    return options;
}

GMimeStream *mail_library_stream(struct slice bytes)
{
    mail_library_options();
    return g_mime_stream_mem_new_with_buffer(bytes.bytes, bytes.length);
}
