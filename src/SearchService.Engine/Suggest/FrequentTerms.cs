using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Suggest;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Suggest;

/// <summary>Finds the terms of a set that most documents have: how a word may go on, or how it may be spelt.</summary>
/// <remarks>
/// The dictionaries are walked once, over all segments side by side. What they say of a term, added up, bounds its count: only where
/// the bound exceeds the worst count kept are its postings read, which for <c>n</c> terms in no special order happens about
/// <c>k ln(n / k)</c> times for the best <c>k</c> of all documents; of few documents, for each term with more documents than the
/// worst one kept. Thread-safe; doesn't own the snapshot.
/// </remarks>
/// <param name="snapshot">The snapshot.</param>
/// <param name="options">Limits; null for the usual ones.</param>
public sealed class FrequentTerms(IndexSnapshot snapshot, SuggestOptions? options = null)
{
    private readonly SuggestOptions _options = options ?? SuggestOptions.Default;

    /// <summary>Whether there is any term in some sets, be it in deleted documents alone.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public bool Any(ImmutableArray<TermSetQuery> sets, CancellationToken cancellation) =>
        sets.Any(set => snapshot.Segments.Any(segment => new TermSetWalk(set, segment, cancellation).MoveNext()));

    /// <summary>Finds the most frequent terms.</summary>
    /// <param name="sets">The terms of any of these, each of one form; a document that has a term in several of them counts once.</param>
    /// <param name="within">Only documents that this finds are counted; <see cref="Query.All"/> for all.</param>
    /// <param name="size">Terms wanted; 0 or more.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <returns>Terms that at least one of the documents has. Those shortened by <see cref="LongTerms"/> are left out: they are no words.</returns>
    /// <exception cref="ArgumentException">A set is of no form or several.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public FrequentTermsResult Find(ImmutableArray<TermSetQuery> sets, Query within, int size, CancellationToken cancellation)
    {
        if (sets.Any(set => set.Forms.Length != 1))
        {
            throw new ArgumentException("A set is of one form: terms of two forms are in no common order.", nameof(sets));
        }

        if (size == 0)
        {
            return new FrequentTermsResult([], IsComplete: true);
        }

        using var scratch = Scratch.Take();
        var terms = new MergedTerms(snapshot, sets, cancellation);
        var counter = new TermCounter(snapshot, DocumentSets.Of(snapshot, within, scratch, cancellation), scratch);
        var top = new TopHits(size, scratch);
        var kept = new List<string>();
        var left = _options.MaxTerms;
        bool hasTerm;
        while ((hasTerm = terms.MoveNext()) && left-- > 0)
        {
            // Terms ascend, so one that only equals the worst kept comes too late.
            if (terms.Term.Length < LongTerms.MaxLength && counter.CountAbove(terms, Math.Max(0, top.KeyThreshold)) is > 0 and var count)
            {
                top.Offer(count, kept.Count);
                kept.Add(Encoding.UTF8.GetString(terms.Term));
            }
        }

        var best = new TermCount[top.Count];
        while (top.Count > 0)
        {
            var (frequency, place) = top.TakeWorst();
            best[top.Count] = new TermCount(kept[place], frequency);
        }

        return new FrequentTermsResult([.. best], !hasTerm);
    }
}
