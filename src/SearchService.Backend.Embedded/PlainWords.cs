using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>Turns a word, in any inflection, into a query of the engine.</summary>
/// <remarks>
/// In an archive of several languages a word has a term for each way of stemming that its articles were read in, and no article can
/// have two of them: together they are one word, with one weight, found in each article as its own language has it. In an archive
/// of one language that is one term. Where endings have accents, a word typed without any is also looked for as it is, accents or not.
/// </remarks>
/// <param name="snapshot">What is searched; outlives this.</param>
/// <param name="tokens">Reads texts as those of articles without a language are.</param>
internal sealed class PlainWords(IndexSnapshot snapshot, TokenReader tokens)
{
    private ImmutableArray<TokenReader> _readers;
    private bool _hasAccentedEndings;

    /// <summary>The query for a word.</summary>
    /// <param name="field">The number of a text field that has words.</param>
    /// <param name="text">The word as typed; several tokens are looked for side by side.</param>
    internal Query Of(int field, string text)
    {
        if (_readers.IsDefault)
        {
            ImmutableArray<TextAnalyzer> analyzers = WordLanguages.Of(snapshot);
            _readers = [tokens, .. analyzers.Skip(1).Select(analyzer => analyzer.CreateReader())];
            _hasAccentedEndings = analyzers.Any(analyzer => analyzer.HasAccentedEndings);
        }

        ImmutableArray<ReadOnlyMemory<byte>> words = Words(tokens, text);
        return _readers.Length == 1 || words.IsEmpty ? Exactly(field, words)
            : words.Length == 1 ? OneWord(field, text)
            : Union([.. _readers.Select(reader => Exactly(field, Words(reader, text)))]);
    }

    /// <summary>The query for a name: its spellings are one word, with one weight, however rare one of them is.</summary>
    /// <param name="field">The number of a text field that has words.</param>
    /// <param name="text">The name as typed.</param>
    /// <param name="variants">Its other spellings.</param>
    internal Query Of(int field, string text, ImmutableArray<string> variants)
    {
        Query typed = Of(field, text);
        if (variants.IsEmpty)
        {
            return typed;
        }

        ImmutableArray<Query> spellings = [typed, .. variants.Select(variant => Of(field, variant))];
        List<TermQuery> terms = [];
        long frequency = 0;
        foreach (Query spelling in spellings)
        {
            if (TermsOf(spelling) is not { } own)
            {
                return Union([.. spellings]); // several tokens side by side
            }

            // Inflections of one spelling may be another: then they are counted already.
            TermQuery[] others = [.. own.Where(term => !terms.Exists(known => known.Form == term.Form && known.Term.Span.SequenceEqual(term.Term.Span)))];
            terms.AddRange(others);
            frequency += others.Select(term => term.SharedFrequency ?? snapshot.DocumentFrequency(field, term.Form, term.Term.Span)).DefaultIfEmpty().Max();
        }

        frequency = Math.Min(frequency, snapshot.DocumentCount);
        return frequency == 0 ? typed : BooleanQuery.AnyOf(terms.Select(term => term with { SharedFrequency = frequency }));
    }

    /// <summary>Any of some queries; unions of terms among them become part of one flat union, which is ranked with pruning.</summary>
    internal static Query Union(params ReadOnlySpan<Query> queries)
    {
        ImmutableArray<Query>.Builder all = ImmutableArray.CreateBuilder<Query>();
        foreach (Query query in queries)
        {
            (Query inner, double boost) = query is BoostQuery boosted ? (boosted.Query, boosted.Boost) : (query, 1);
            if (inner is BooleanQuery union && union.Clauses.All(clause => clause is { Occur: Occur.Should, Query: TermQuery }))
            {
                all.AddRange(union.Clauses.Select(clause => boost == 1 ? clause.Query : new BoostQuery(clause.Query, boost)));
            }
            else if (inner is not NoneQuery)
            {
                all.Add(query);
            }
        }

        return all.Count switch { 0 => Query.None, 1 => all[0], _ => BooleanQuery.AnyOf(all) };
    }

    private static IEnumerable<TermQuery>? TermsOf(Query query) => query switch
    {
        NoneQuery => [],
        TermQuery term => [term],
        BooleanQuery union when union.Clauses.All(clause => clause is { Occur: Occur.Should, Query: TermQuery }) => union.Clauses.Select(clause => (TermQuery)clause.Query),
        _ => null,
    };

    private static Query Exactly(int field, ImmutableArray<ReadOnlyMemory<byte>> words) => words.Length switch
    {
        0 => Query.None,
        1 => new TermQuery(field, TermForm.Word, words[0]),
        _ => new PhraseQuery(field, TermForm.Word, words, 0),
    };

    private static ImmutableArray<ReadOnlyMemory<byte>> Words(TokenReader reader, string text)
    {
        ImmutableArray<ReadOnlyMemory<byte>>.Builder words = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        reader.Reset(text);
        while (reader.Next())
        {
            words.Add(reader.Term(TermForm.Word).ToArray());
        }

        return words.DrainToImmutable();
    }

    /// <summary>What finds the word as typed, without accents, in texts that have them; null when it was typed with some, or no text has it so.</summary>
    private TermQuery? Unaccented(int field, string text)
    {
        tokens.Reset(text);
        tokens.Next();
        return tokens.Term(TermForm.Folded).IsEmpty && snapshot.DocumentFrequency(field, TermForm.Folded, tokens.Term(TermForm.Written)) > 0
            ? new TermQuery(field, TermForm.Folded, tokens.Term(TermForm.Written).ToArray())
            : null;
    }

    private Query OneWord(int field, string text)
    {
        List<TermQuery> terms = [];
        long frequency = 0;
        foreach (TokenReader reader in _readers)
        {
            TermQuery term = new(field, TermForm.Word, Words(reader, text)[0]);
            if (snapshot.DocumentFrequency(field, TermForm.Word, term.Term.Span) is > 0 and long own)
            {
                terms.Add(term);
                frequency += own;
            }
        }

        if (_hasAccentedEndings && Unaccented(field, text) is { } unaccented)
        {
            terms.Add(unaccented);
            frequency = Math.Max(frequency, snapshot.DocumentFrequency(field, TermForm.Folded, unaccented.Term.Span));
        }

        return terms switch
        {
            [] => new TermQuery(field, TermForm.Word, Words(tokens, text)[0]),
            [TermQuery only] => only,
            _ => BooleanQuery.AnyOf(terms.Select(term => term with { SharedFrequency = frequency })),
        };
    }
}
