using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Indexing;

namespace SearchService.Backend.LuceneNet.Suggest;

/// <summary>Walks through the words of some sets over all segments in ascending order, each word once.</summary>
internal sealed class MergedWords
{
    private readonly Walk[] _walks; // those of a segment side by side
    private readonly List<Walk> _standing = []; // at the present word, in the same order

    /// <summary>Stands before the first word.</summary>
    /// <param name="archive">Has the dictionaries.</param>
    /// <param name="sets">The sets.</param>
    internal MergedWords(ArchiveReader archive, ImmutableArray<WordSet> sets)
    {
        _walks =
        [
            .. archive.Reader.Leaves.SelectMany(leaf => sets
                .Select(set => (Set: set, Terms: leaf.AtomicReader.GetTerms(set.Field)))
                .Where(static each => each.Terms is not null)
                .Select(each => new Walk(leaf.DocBase, each.Set.Terms.GetTermsEnum(each.Terms)))),
        ];
        Array.ForEach(_walks, static walk => walk.MoveNext());
    }

    /// <summary>Gets the present word; valid until the next.</summary>
    internal ReadOnlySpan<byte> Word => _standing[0].Word;

    /// <summary>Gets how many documents the dictionaries say have it, added up: at least as many as do.</summary>
    internal long SumOfFrequencies => _standing.Sum(static walk => (long)walk.DocumentFrequency);

    /// <summary>Goes on to the next word.</summary>
    /// <returns>False after the last.</returns>
    internal bool MoveNext()
    {
        _standing.ForEach(static walk => walk.MoveNext());
        _standing.Clear();
        foreach (Walk walk in _walks)
        {
            int order = !walk.HasWord ? 1 : _standing.Count == 0 ? -1 : walk.Word.SequenceCompareTo(Word);
            if (order < 0)
            {
                _standing.Clear();
            }

            if (order <= 0)
            {
                _standing.Add(walk);
            }
        }

        return _standing.Count > 0;
    }

    /// <summary>How many documents have the present word: exact.</summary>
    /// <param name="within">Only these are counted; null for all.</param>
    internal long Count(FixedBitSet? within)
    {
        long count = 0;
        for (int at = 0; at < _standing.Count;)
        {
            int end = at + 1;
            while (end < _standing.Count && _standing[end].FirstDocument == _standing[at].FirstDocument)
            {
                end++;
            }

            count += end == at + 1 && within is null ? _standing[at].DocumentFrequency : CountEach(_standing.GetRange(at, end - at), within);
            at = end;
        }

        return count;
    }

    /// <summary>The documents of one segment that are in any of some lists, each once.</summary>
    private static long CountEach(List<Walk> walks, FixedBitSet? within)
    {
        DocsEnum[] lists = walks.ConvertAll(static walk => walk.Documents()).ToArray();
        int first = walks[0].FirstDocument;
        long count = 0;
        Array.ForEach(lists, static list => list.NextDoc());
        for (int document = lists.Min(static list => list.DocID); document != DocIdSetIterator.NO_MORE_DOCS;)
        {
            count += within?.Get(first + document) != false ? 1 : 0;
            int next = DocIdSetIterator.NO_MORE_DOCS;
            foreach (DocsEnum list in lists)
            {
                next = Math.Min(next, list.DocID == document ? list.NextDoc() : list.DocID);
            }

            document = next;
        }

        return count;
    }

    /// <summary>A walk through one dictionary.</summary>
    private sealed class Walk(int firstDocument, TermsEnum terms)
    {
        private DocsEnum? _documents; // used again for the next word

        internal int FirstDocument => firstDocument;

        internal bool HasWord { get; private set; }

        internal ReadOnlySpan<byte> Word => TermBytes.Unmarked(terms.Term);

        internal int DocumentFrequency => terms.DocFreq;

        internal void MoveNext() => HasWord = terms.MoveNext();

        internal DocsEnum Documents() => _documents = terms.Docs(null, _documents, DocsFlags.NONE);
    }
}
