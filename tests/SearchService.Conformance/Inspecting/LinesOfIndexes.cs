using SearchService.Core.Indexes;

namespace SearchService.Conformance.Inspecting;

/// <summary>What stands in an index, as lines: segments are a backend's own affair, words and their places are not.</summary>
public sealed class LinesOfIndexes
{
    [Theory, EveryBackend]
    public void The_overview_names_fields_and_what_the_builder_noted(IBackend backend)
    {
        using InspectedArchive archive = new(backend);
        string[] lines = [.. backend.Overview(archive.Path)];
        Assert.Contains("made = by a test", lines);
        foreach (string field in (string[])["title", "text", "author.words", "person.words", "said", "speaker.words", "source", "story", "speaker"])
        {
            Assert.Contains(lines, line => line.Contains($"{field} ", StringComparison.Ordinal) && line.Contains(" documents", StringComparison.Ordinal));
        }

        Assert.Contains(lines, line => line.Contains("text Text: 3 documents", StringComparison.Ordinal));
    }

    [Theory]
    [EveryBackend("text", "written", "p", "peace: 1 documents, 2 times|peaceful: 1 documents, 1 times")]
    [EveryBackend("text", "word", "pea", "peac: 2 documents, 3 times")]
    [EveryBackend("text", "folded", "", "cafes: 1 documents, 1 times|krakow: 1 documents, 1 times")]
    [EveryBackend("TITLE", "Written", "", "a: 1 documents, 1 times|cafe: 1 documents, 1 times|peace: 1 documents, 1 times")]
    [EveryBackend("topic.words", "written", "", "control: 1 documents, 1 times|gun: 1 documents, 1 times")]
    [EveryBackend("said", "written", "", "came: 1 documents, 1 times|in: 1 documents, 1 times|peace: 1 documents, 1 times|we: 1 documents, 1 times")]
    [EveryBackend("speaker.words", "written", "z", "zas: 1 documents, 1 times")]
    [EveryBackend("text", "written", "zz", "")]
    public void Terms_are_listed_in_their_order_with_how_many_documents_have_them(IBackend backend, string field, string form, string prefix, string expected)
    {
        using InspectedArchive archive = new(backend);
        Assert.Equal(expected, string.Join('|', archive.Terms(field, form, prefix).Select(static line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])));
    }

    [Theory]
    [EveryBackend("text", "written", "peace", "1 documents, 2 times", "3 6")]
    [EveryBackend("text", "word", "peac", "2 documents, 3 times", "3 6|0")]
    [EveryBackend("said", "written", "peace", "1 documents, 1 times", "3")]
    public void Postings_have_the_places_of_a_term(IBackend backend, string field, string form, string term, string head, string positions)
    {
        using InspectedArchive archive = new(backend);
        string[] lines = archive.Postings(field, form, term);
        Assert.Contains(head, lines[0], StringComparison.Ordinal);
        Assert.Equal(positions, string.Join('|', lines.Skip(1).Select(static line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..])));
        Assert.Empty(archive.Postings(field, form, "zzz"));
    }

    [Theory, EveryBackend]
    public void What_is_no_field_of_words_or_no_form_of_it_is_refused_with_those_there_are(IBackend backend)
    {
        using InspectedArchive archive = new(backend);
        foreach (string field in (string[])["nothing", "source", ""])
        {
            ArgumentException refused = Assert.Throws<ArgumentException>("field", () => archive.Terms(field, "word"));
            Assert.StartsWith(
                $"There is no field of words '{field}'; there are title, text, author.words, source.words, topic.words, person.words, and of quotations said and speaker.words.",
                refused.Message,
                StringComparison.Ordinal);
            Assert.Throws<ArgumentException>("field", () => archive.Postings(field, "word", "a"));
        }

        Assert.StartsWith("Field 'text' has no form 'nothing'; it has written, folded, word.", Assert.Throws<ArgumentException>("form", () => archive.Terms("text", "nothing")).Message, StringComparison.Ordinal);
        Assert.StartsWith("Field 'author.words' has no form 'word'; it has written, folded.", Assert.Throws<ArgumentException>("form", () => archive.Postings("author.words", "word", "a")).Message, StringComparison.Ordinal);
    }
}
