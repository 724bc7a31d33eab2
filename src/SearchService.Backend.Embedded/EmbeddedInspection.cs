using SearchService.Analysis;
using SearchService.Backend.Embedded.Quotations;
using SearchService.Backend.Inspection;
using SearchService.Core.Indexes;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Inspection;
using SearchService.Engine.Schema;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded;

/// <summary>Looks into an index on the embedded engine: is it whole, and what stands in it. For operators and for the curious.</summary>
internal static class EmbeddedInspection
{
    /// <summary>Reads the whole index, articles and quotations, and compares every structure with what it promises.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>What was found; damage is a finding, no exception.</returns>
    /// <exception cref="IndexException">There is no index, or its folder can't be read.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static IndexCheck Check(string directory, CancellationToken cancellationToken) => EngineErrors.Translate(() => ArchiveCheck.Run(Files(directory), cancellationToken));

    /// <summary>The commit, its segments and their files, then the fields with their statistics, and the same of quotations; a line each.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="IndexException">There is no index that can be opened.</exception>
    public static IEnumerable<string> Overview(string directory)
    {
        PrefixedDirectory? quotations = Quotations(directory);
        return quotations is null ? Overview(Files(directory)) : [.. Overview(Files(directory)), $"quotations, in the files {quotations.Location}*", .. Overview(quotations)];
    }

    /// <summary>The terms of a field, in the order of their bytes; a line each.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="field">Its name: of articles, or <c>said</c> and <c>speaker.words</c> of quotations.</param>
    /// <param name="form">Which form of the words: written, folded or word.</param>
    /// <param name="prefix">What they begin with; empty for all.</param>
    /// <exception cref="IndexException">There is no index that can be opened.</exception>
    /// <exception cref="ArgumentException">There is no such field of words, or it hasn't this form.</exception>
    public static IEnumerable<string> Terms(string directory, string field, string form, string prefix) =>
        Lines(FilesWith(directory, field), snapshot => IndexDump.Terms(snapshot, Find(snapshot, field, form, out TermForm found), found, prefix));

    /// <summary>The documents of a term and its positions in them; a line each.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="field">Its name: of articles, or <c>said</c> and <c>speaker.words</c> of quotations.</param>
    /// <param name="form">Which form of the words: written, folded or word.</param>
    /// <param name="term">The term.</param>
    /// <exception cref="IndexException">There is no index that can be opened.</exception>
    /// <exception cref="ArgumentException">There is no such field of words, or it hasn't this form.</exception>
    public static IEnumerable<string> Postings(string directory, string field, string form, string term) =>
        Lines(FilesWith(directory, field), snapshot => IndexDump.Postings(snapshot, Find(snapshot, field, form, out TermForm found), found, term));

    private static IEnumerable<string> Overview(IIndexDirectory files) => Lines(files, static snapshot => IndexDump.Segments(snapshot).Concat(IndexDump.Fields(snapshot)));

    private static IIndexDirectory FilesWith(string directory, string field) =>
        QuotationFields.Schema.Fields.Any(known => known.Kind == FieldKind.Text && known.Name.Equals(field, StringComparison.OrdinalIgnoreCase)) && Quotations(directory) is { } quotations
            ? quotations
            : Files(directory);

    /// <summary>The quotations of the index; null for one without any, which another version made.</summary>
    private static PrefixedDirectory? Quotations(string directory) => EngineErrors.Translate(() =>
    {
        FileSystemDirectory files = Files(directory);
        using EngineIndex engine = EngineIndex.Open(files, expected: null);
        using IndexSnapshot snapshot = engine.Acquire();
        return snapshot.UserData.ContainsKey(QuotationFiles.Key) ? QuotationFiles.Of(files, snapshot.UserData) : null;
    });

    private static IEnumerable<string> Lines(IIndexDirectory files, Func<IndexSnapshot, IEnumerable<string>> dump)
    {
        using EngineIndex engine = EngineErrors.Translate(() => EngineIndex.Open(files, expected: null));
        using IndexSnapshot snapshot = engine.Acquire();
        using IEnumerator<string> lines = dump(snapshot).GetEnumerator();
        while (EngineErrors.Translate(lines.MoveNext))
        {
            yield return lines.Current;
        }
    }

    private static FileSystemDirectory Files(string directory) => EngineErrors.Translate(() =>
    {
        BackendMark.Require(directory, EmbeddedBackend.BackendName);
        return Directory.Exists(directory) && EngineIndex.Exists(new FileSystemDirectory(directory))
            ? new FileSystemDirectory(directory)
            : throw UnusableFolder.WithoutIndex(directory);
    });

    private static int Find(IndexSnapshot snapshot, string field, string form, out TermForm found)
    {
        FieldDefinition? definition = snapshot.Schema.Fields.FirstOrDefault(candidate => candidate.Name.Equals(field, StringComparison.OrdinalIgnoreCase));
        if (definition is null || definition.Kind != FieldKind.Text)
        {
            throw InspectedWords.Unknown(field, snapshot.Schema.Fields.Where(static candidate => candidate.Kind == FieldKind.Text).Select(static candidate => candidate.Name));
        }

        found = InspectedWords.FormOf(field, form, definition.Forms);
        return snapshot.Schema.IndexOf(definition.Name);
    }
}
