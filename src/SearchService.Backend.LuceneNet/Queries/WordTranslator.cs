using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Indexing;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Turns a word, in any inflection, into a query of Lucene's.</summary>
/// <remarks>
/// In an archive of several languages a word has a term for each way of stemming that its articles were read in, and no article can
/// have two of them: together they are one word, with one weight, found in each article as its own language has it. Where endings have accents, a word
/// typed without any is also looked for as it is, accents or not.
/// </remarks>
/// <param name="archive">What is searched; outlives this.</param>
/// <param name="tokens">Reads texts as those of articles without a language are.</param>
internal sealed class WordTranslator(ArchiveReader archive, TokenReader tokens)
{
    private readonly ImmutableArray<TokenReader> _readers = [tokens, .. archive.Analyzers.Skip(1).Select(static analyzer => analyzer.CreateReader())];
    private readonly bool _hasAccentedEndings = archive.Analyzers.Any(static analyzer => analyzer.HasAccentedEndings);

    /// <summary>The query for a word, or for a name: its spellings are one word, with one weight, however rare one of them is.</summary>
    /// <param name="field">A field that has stems.</param>
    /// <param name="text">As typed; several tokens are looked for side by side.</param>
    /// <param name="variants">Other spellings; empty for a word.</param>
    internal Query Translate(string field, string text, ImmutableArray<string> variants)
    {
        List<Word> spellings = [.. variants.Prepend(text).Select(spelling => WordOf(field, spelling))];
        if (spellings.Exists(static spelling => spelling.Phrase is not null))
        {
            return LuceneQueries.AnyOf(spellings.Select(spelling => spelling.Phrase ?? OneOf(spelling.Terms, spelling.Frequency)));
        }

        // Inflections of one spelling may be another: then they are counted already.
        List<Term> terms = [];
        long frequency = 0;
        foreach (Word spelling in spellings)
        {
            List<Term> others = [.. spelling.Terms.Where(term => !terms.Contains(term))];
            terms.AddRange(others);
            frequency += others.Count == 0 ? 0 : others.Count == spelling.Terms.Length ? spelling.Frequency : others.Max(archive.DocumentFrequency);
        }

        return OneOf([.. terms], Math.Min(frequency, archive.Reader.GetDocCount(field)));
    }

    /// <summary>Any of some terms that stand for one word.</summary>
    private Query OneOf(ImmutableArray<Term> terms, long frequency)
    {
        // A term that no document has weighs nothing, and would make a union of what is one term.
        Term[] present = [.. terms.Where(term => archive.DocumentFrequency(term) > 0)];
        return present switch
        {
            [] => terms.IsEmpty ? LuceneQueries.None : new TermQuery(terms[0]),
            [Term only] when archive.DocumentFrequency(only) == frequency => new TermQuery(only),
            _ => LuceneQueries.AnyOf(present.Select(term => new SharedTermQuery(term, (int)frequency))),
        };
    }

    private Word WordOf(string field, string text)
    {
        ImmutableArray<ImmutableArray<Term>> ways = [.. _readers.Select(reader => LuceneQueries.Terms(reader, field, TermForm.Word, text))];
        if (ways[0].Length != 1)
        {
            return new Word([], 0, ways[0].IsEmpty ? LuceneQueries.None : LuceneQueries.AnyOf(ways.Select(static terms => LuceneQueries.Phrase(terms, slop: 0)).Distinct()));
        }

        List<Term> all = [];
        long frequency = 0;
        foreach (Term term in ways.Select(static terms => terms[0]).Where(term => !all.Contains(term)))
        {
            all.Add(term);
            frequency += archive.DocumentFrequency(term);
        }

        if (_hasAccentedEndings && Unaccented(field, text) is { } unaccented)
        {
            all.Add(unaccented);
            frequency = Math.Max(frequency, archive.DocumentFrequency(unaccented));
        }

        return new Word([.. all], frequency, null);
    }

    /// <summary>What finds the word as typed, without accents, in texts that have them; null when it was typed with some, or no text has it so.</summary>
    private Term? Unaccented(string field, string text)
    {
        tokens.Reset(text);
        tokens.Next();
        Term term = TermBytes.Of(field, TermForm.Folded, tokens.Term(TermForm.Written));
        return tokens.Term(TermForm.Folded).IsEmpty && archive.DocumentFrequency(term) > 0 ? term : null;
    }

    /// <summary>A spelling: terms any of which is the word, and how many documents they are taken to be in; or a phrase.</summary>
    private readonly record struct Word(ImmutableArray<Term> Terms, long Frequency, Query? Phrase);
}
