using System.Collections.Immutable;
using System.Text;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Analysis.Suggest;
using SearchService.Backend.LuceneNet.Archive;

namespace SearchService.Backend.LuceneNet.Suggest;

/// <summary>Finds the words of some sets that most documents have.</summary>
/// <remarks>
/// The dictionaries are walked once. What they say of a word, added up, bounds its count: only where the bound exceeds the worst count kept are its
/// documents looked at.
/// </remarks>
/// <param name="archive">What is searched.</param>
/// <param name="options">Limits.</param>
/// <param name="cancellation">Looked at now and then.</param>
internal sealed class FrequentWords(ArchiveReader archive, SuggestOptions options, CancellationToken cancellation)
{
    private const int WordsBetweenLooks = 64;

    /// <summary>Whether there is any word in some sets.</summary>
    internal bool Any(ImmutableArray<WordSet> sets) => new MergedWords(archive, sets).MoveNext();

    /// <summary>Finds the most frequent.</summary>
    /// <param name="sets">The words of any of these; a document that has a word in several of them counts once.</param>
    /// <param name="within">Only these documents are counted; null for all.</param>
    /// <param name="size">Words wanted; 0 or more.</param>
    /// <returns>Words that at least one of the documents has. Those shortened by <see cref="LongTerms"/> are left out: they are no words.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal FrequentTermsResult Find(ImmutableArray<WordSet> sets, FixedBitSet? within, int size)
    {
        if (size == 0)
        {
            return new FrequentTermsResult([], IsComplete: true);
        }

        MergedWords words = new(archive, sets);
        PriorityQueue<string, (long Count, int Left)> worstFirst = new(); // of words as frequent, the later is the worse
        int left = options.MaxTerms;
        bool hasWord;
        while ((hasWord = words.MoveNext()) && left-- > 0)
        {
            if (left % WordsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            long least = worstFirst.Count == size && worstFirst.TryPeek(out _, out (long Count, int Left) worst) ? worst.Count : 0;
            if (words.Word.Length < LongTerms.MaxLength && words.SumOfFrequencies > least && words.Count(within) is var count && count > least)
            {
                if (worstFirst.Count == size)
                {
                    worstFirst.Dequeue();
                }

                worstFirst.Enqueue(Encoding.UTF8.GetString(words.Word), (count, left));
            }
        }

        TermCount[] best = new TermCount[worstFirst.Count];
        while (worstFirst.TryDequeue(out string? word, out (long Count, int Left) priority))
        {
            best[worstFirst.Count] = new TermCount(word, priority.Count);
        }

        return new FrequentTermsResult([.. best], !hasWord);
    }
}
