using System.Collections.Immutable;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Backend.Inspection;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Indexing;

namespace SearchService.Backend.LuceneNet.Inspection;

/// <summary>What is in an index, as lines for people.</summary>
internal static class ArchiveLines
{
    private static readonly ImmutableArray<TermForm> Unstemmed = [TermForm.Written, TermForm.Folded];
    private static readonly ImmutableArray<TermForm> All = [TermForm.Written, TermForm.Folded, TermForm.Word];

    /// <summary>The commit, its segments and their files, what it notes, then the fields with their statistics.</summary>
    internal static IEnumerable<string> Overview(DirectoryReader reader)
    {
        yield return $"commit {reader.IndexCommit.SegmentsFileName}, backend {LuceneNetBackend.BackendName}";
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            SegmentCommitInfo segment = SegmentOf(leaf);
            yield return $"segment {segment.Info.Name}: {segment.Info.DocCount} documents, {segment.GetSizeInBytes()} bytes, codec {segment.Info.Codec.Name}";
            foreach (string file in segment.GetFiles().Order(StringComparer.Ordinal))
            {
                yield return $"  {file}: {segment.Info.Dir.FileLength(file)} bytes";
            }
        }

        foreach ((string key, string value) in reader.IndexCommit.UserData.OrderBy(static note => note.Key, StringComparer.Ordinal))
        {
            yield return $"{key} = {value}";
        }

        foreach (string field in ArticleFields.OfWords)
        {
            yield return $"{field} Text: {Math.Max(0, reader.GetDocCount(field))} documents, terms " + string.Join(", ", FormsOf(field).Select(form => $"{form} {CountTerms(reader, field, form)}"));
        }

        foreach (string field in ArticleFields.Labels.Append(ArticleFields.Speaker))
        {
            yield return $"{field} Keyword: {DocumentsWith(reader, field)} documents, {MultiDocValues.GetSortedSetValues(reader, field)?.ValueCount ?? 0} values";
        }

        yield return $"{ArticleFields.Fingerprint} Number: {DocumentsWith(reader, ArticleFields.Fingerprint)} documents";
    }

    /// <summary>The terms of a field in one form, a line for each segment that has it.</summary>
    /// <exception cref="ArgumentException">There is no such field of words, or it hasn't this form.</exception>
    internal static IEnumerable<string> Terms(DirectoryReader reader, string field, string form, string prefix)
    {
        (string name, TermForm found) = Find(field, form);
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            foreach (TermsEnum terms in TermWalk.Of(leaf.AtomicReader, name, TermBytes.Of(found, Encoding.UTF8.GetBytes(prefix))))
            {
                yield return $"{SegmentOf(leaf).Info.Name} {Encoding.UTF8.GetString(TermBytes.Unmarked(terms.Term))}: {terms.DocFreq} documents, {terms.TotalTermFreq} times";
            }
        }
    }

    /// <summary>The documents of a term, each with its positions.</summary>
    /// <exception cref="ArgumentException">There is no such field of words, or it hasn't this form.</exception>
    internal static IEnumerable<string> Postings(DirectoryReader reader, string field, string form, string term)
    {
        (string name, TermForm found) = Find(field, form);
        BytesRef bytes = TermBytes.Of(found, Encoding.UTF8.GetBytes(term));
        foreach (AtomicReaderContext leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(name)?.GetEnumerator() is not { } terms || !terms.SeekExact(bytes))
            {
                continue;
            }

            yield return $"{SegmentOf(leaf).Info.Name}: {terms.DocFreq} documents, {terms.TotalTermFreq} times";
            DocsAndPositionsEnum documents = terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
            while (documents.NextDoc() is var document && document != DocIdSetIterator.NO_MORE_DOCS)
            {
                yield return $"  {leaf.DocBase + document}: {string.Join(' ', Enumerable.Range(0, documents.Freq).Select(_ => documents.NextPosition()))}";
            }
        }
    }

    private static SegmentCommitInfo SegmentOf(AtomicReaderContext leaf) => ((SegmentReader)leaf.AtomicReader).SegmentInfo;

    private static ImmutableArray<TermForm> FormsOf(string field) => ArticleFields.HasStems(field) ? All : Unstemmed;

    private static (string Field, TermForm Form) Find(string field, string form)
    {
        string name = ArticleFields.OfWords.FirstOrDefault(known => known.Equals(field, StringComparison.OrdinalIgnoreCase))
            ?? throw InspectedWords.Unknown(field, ArticleFields.OfWords.Except([ArticleFields.Said, ArticleFields.SpeakerWords]));
        return (name, InspectedWords.FormOf(field, form, FormsOf(name)));
    }

    private static long CountTerms(DirectoryReader reader, string field, TermForm form) =>
        reader.Leaves.Sum(leaf => TermWalk.Of(leaf.AtomicReader, field, TermBytes.Of(form, [])).LongCount());

    private static int DocumentsWith(DirectoryReader reader, string field) =>
        MultiDocValues.GetDocsWithField(reader, field) is { } having ? Enumerable.Range(0, reader.MaxDoc).Count(having.Get) : 0;
}
