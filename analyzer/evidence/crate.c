/* SPDX-License-Identifier: MIT */
#include "evidence/crate.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/version.h"

#include <jansson.h>

static const char *format_of(const char *name)
{
    static const struct {
        const char *ending, *format;
    } formats[] = {
        {".csv", "text/csv"},
        {".html", "text/html"},
        {".txt", "text/plain"},
        {".pdf", "application/pdf"},
        {".json", "application/json"},
        {".eml", "message/rfc822"},
        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {".odt", "application/vnd.oasis.opendocument.text"},
        {NULL, "application/octet-stream"}};
    size_t i = 0;
    while (formats[i].ending && !slice_ends_with(slice_of(name), formats[i].ending))
        i++;
    return formats[i].format;
}

static json_t *reference(const char *id)
{
    return json_pack("{ss}", "@id", id);
}

static json_t *file_entity(const struct bag_file *file)
{
    char bytes[24];
    text_fit(bytes, sizeof bytes, "%zu", file->bytes);
    SCOPED_TEXT id = memory_print("data/%s", file->name);
    return json_pack("{ss ss ss ss ss ss ss}", "@id", id, "@type", "File", "name", file->name,
                     "description", file->about, "encodingFormat", format_of(file->name),
                     "contentSize", bytes, "sha256", file->digest);
}

static json_t *root(const struct bag *bag, const struct crate_words *words)
{
    json_t *parts = json_array();
    for (size_t i = 0; i < bag->count; i++) {
        SCOPED_TEXT id = memory_print("data/%s", bag->files[i].name);
        json_array_append_new(parts, reference(id));
    }
    return json_pack("{ss ss ss ss ss* so so so so}", "@id", "./", "@type", "Dataset", "name",
                     words->name, "description", words->description, "datePublished", words->date,
                     "license", reference("#rights"), "about", reference("#force"), "mentions",
                     reference("#making"), "hasPart", parts);
}

static void add_context(json_t *graph, const struct crate_words *words)
{
    json_array_append_new(graph,
                          json_pack("{ss ss ss ss}", "@id", "#force", "@type", "Organization",
                                    "name", words->force, "identifier", words->force_id));
    json_array_append_new(
        graph,
        json_pack("{ss ss ss ss}", "@id", "#rights", "@type", "CreativeWork", "name", "Rights",
                  "description",
                  "Letters, publications and advice are those of the bodies that wrote them; "
                  "what was coded and found is for the use of whoever was given this bag."));
    json_array_append_new(graph, json_pack("{ss ss ss ss}", "@id", "#concord", "@type",
                                           "SoftwareApplication", "name", "concord",
                                           "softwareVersion", concord_version()));
    json_array_append_new(graph, json_pack("{ss ss ss ss so so}", "@id", "#making", "@type",
                                           "CreateAction", "name", "How the bag was made",
                                           "description", words->command, "instrument",
                                           reference("#concord"), "result", reference("./")));
}

bool crate_write(struct bag *bag, const struct crate_words *words, struct error *err)
{
    json_t *graph = json_array();
    json_array_append_new(
        graph, json_pack("{ss ss so so}", "@id", BAG_CRATE, "@type", "CreativeWork", "conformsTo",
                         reference("https://w3id.org/ro/crate/1.1"), "about", reference("./")));
    json_array_append_new(graph, root(bag, words));
    for (size_t i = 0; i < bag->count; i++)
        json_array_append_new(graph, file_entity(&bag->files[i]));
    add_context(graph, words);
    json_t *document =
        json_pack("{ss so}", "@context", "https://w3id.org/ro/crate/1.1/context", "@graph", graph);
    FILE *out;
    bool ok = outdir_open(bag->outdir, BAG_CRATE, &out, err);
    if (ok) {
        if (!document || json_dumpf(document, out, JSON_INDENT(2)) != 0)
            ok = error_set(err, ERROR_OUTPUT, BAG_CRATE, 0, NULL, "could not be written whole");
        fputc('\n', out);
        ok = outdir_close(out, BAG_CRATE, err) && ok;
    }
    json_decref(document);
    return ok;
}
