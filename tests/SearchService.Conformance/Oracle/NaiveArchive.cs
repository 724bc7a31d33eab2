using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using SearchService.Analysis;
using SearchService.Core.Articles;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Oracle;

/// <summary>An archive in plain lists, searched by looking at every token of every article: what the engine must equal.</summary>
internal sealed class NaiveArchive
{
    private readonly List<Entry> _entries;

    // Each facet of an answer asks for the same tree again.
    private readonly ConditionalWeakTable<QueryNode, List<Entry>> _matches = [];

    internal NaiveArchive(IEnumerable<Article> articles) => _entries = [.. articles.Select(article => new Entry(article))];

    internal IReadOnlyList<Article> Articles => [.. _entries.Select(entry => entry.Article)];

    /// <summary>Ids of the articles that a tree and filters choose.</summary>
    internal HashSet<string> Search(QueryNode? root, IEnumerable<FacetFilter> filters) =>
        [.. Matching(root, filters).Select(entry => entry.Article.Id)];

    /// <summary>Counts of a facet's values, without its own filter.</summary>
    internal (Dictionary<string, long> Values, long Missing) Count(string field, QueryNode? root, IEnumerable<FacetFilter> filters)
    {
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        long missing = 0;
        foreach (Entry entry in Matching(root, filters.Where(filter => filter.Field != field)))
        {
            string[] values = [.. ValuesOf(entry.Article, field)];
            missing += values.Length == 0 ? 1 : 0;
            foreach (string value in values)
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }

        return (counts, missing);
    }

    /// <summary>The values of a facet; for dates, the year.</summary>
    internal static IEnumerable<string> ValuesOf(Article article, string field) => field switch
    {
        FacetFields.Source => One(article.Source),
        FacetFields.Country => One(article.Country),
        FacetFields.Stance => One(article.Stance),
        FacetFields.Language => One(article.Language),
        FacetFields.Author => article.Authors.Distinct(),
        FacetFields.Topic => article.Topics.Distinct(),
        FacetFields.Date => One(article.Date?.First.Year.ToString("D4")),
        _ => [],
    };

    private static IEnumerable<string> One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private IEnumerable<Entry> Matching(QueryNode? root, IEnumerable<FacetFilter> filters)
    {
        List<Entry> matches = root is null ? _entries : _matches.GetValue(root, tree => [.. _entries.Where(entry => entry.Matches(tree))]);
        return matches.Where(entry => filters.All(filter => Passes(entry.Article, filter)));
    }

    private static bool Passes(Article article, FacetFilter filter) =>
        (filter.Included.IsEmpty || filter.Included.Any(value => Has(article, filter.Field, value)))
        && !filter.Excluded.Any(value => Has(article, filter.Field, value));

    private static bool Has(Article article, string field, string value)
    {
        if (value == FacetFields.Missing)
        {
            return !ValuesOf(article, field).Any();
        }

        return field == FacetFields.Date
            ? article.Date is { } date && DatePeriod.TryParse(value, out DatePeriod period) && period.Contains(date)
            : ValuesOf(article, field).Contains(value);
    }

    private readonly record struct Token(string Written, string Folded, string Word);

    private sealed class Entry(Article article)
    {
        private static readonly ConditionalWeakTable<QueryNode, Dictionary<Token, bool>> Fitting = [];

        // The words of queries, which every entry is asked for.
        private static readonly ConcurrentDictionary<(string Text, TextAnalyzer Analyzer), Token[]> QueryTokens = [];

        private readonly TextAnalyzer _analyzer = TextAnalyzer.ForLanguage(article.Language);
        private readonly Token[] _title = Tokens(article.Title, TextAnalyzer.ForLanguage(article.Language));
        private readonly Token[] _text = Tokens(article.Text, TextAnalyzer.ForLanguage(article.Language));

        internal Article Article { get; } = article;

        internal bool Matches(QueryNode node) => node switch
        {
            AllNode => true,
            NoneNode => false,
            WordNode { Verbatim: false } word when Wanted(word.Text) is [var wanted] => AnyField(word.Field, tokens => tokens.Any(token => IsWord(token, wanted))),
            WordNode word => AnyField(word.Field, tokens => HasSequence(tokens, Wanted(word.Text), word.Verbatim ? t => t.Written : t => t.Word, 0)),
            PhraseNode phrase => AnyField(phrase.Field, tokens => HasSequence(tokens, Wanted(phrase.Text), t => t.Written, phrase.Slop)),
            PrefixNode prefix => AnyField(prefix.Field, tokens => HasPrefix(tokens, Folded(prefix.Prefix))),
            WildcardNode wildcard => AnyField(wildcard.Field, tokens => HasPattern(tokens, wildcard, wildcard.Pattern, NaivePatterns.FitsWildcards)),
            FuzzyNode fuzzy => AnyField(fuzzy.Field, tokens => HasPattern(tokens, fuzzy, fuzzy.Text, (wanted, word) =>
                Math.Abs(wanted.Length - word.Length) <= 2 * fuzzy.Edits && NaivePatterns.Distance(wanted, word) <= fuzzy.Edits)),
            RegexNode regex => AnyField(regex.Field, tokens => HasPattern(tokens, regex, regex.Pattern, (wanted, word) => Regex.IsMatch(word, $@"\A(?:{wanted})\z"))),
            ValueNode value => NaiveArchive.ValuesOf(Article, value.Field).Contains(value.Value, StringComparer.OrdinalIgnoreCase),
            DateNode period => Article.Date is { } date && period.Period.Contains(date),
            MissingNode missing => missing.Field switch
            {
                QueryFields.Title => _title.Length == 0,
                QueryFields.Text => _text.Length == 0,
                _ => !ValuesOf(Article, missing.Field).Any(),
            },
            BoostNode boost => Matches(boost.Child),
            BooleanNode boolean => Matches(boolean),
            NearNode near => IsNear(near, near.Left, near.Right),
            _ => throw new NotSupportedException(node.GetType().Name),
        };

        private bool Matches(BooleanNode node)
        {
            QueryClause[] should = [.. node.Clauses.Where(clause => clause.Kind == ClauseKind.Should)];
            QueryClause[] must = [.. node.Clauses.Where(clause => clause.Kind == ClauseKind.Must)];
            return !node.Clauses.Any(clause => clause.Kind == ClauseKind.MustNot && Matches(clause.Node))
                && must.All(clause => Matches(clause.Node))
                && (must.Length > 0 || should.Length == 0 || should.Any(clause => Matches(clause.Node)));
        }

        /// <summary>What is required on a side is near the other side, each by itself.</summary>
        private bool IsNear(NearNode near, QueryNode left, QueryNode right) => (left, right) switch
        {
            (BooleanNode { Clauses: [{ Kind: ClauseKind.Must }, ..] } all, _) => all.Clauses.All(clause => IsNear(near, clause.Node, right)),
            (_, BooleanNode { Clauses: [{ Kind: ClauseKind.Must }, ..] } all) => all.Clauses.All(clause => IsNear(near, left, clause.Node)),
            _ => AnyField(FieldOf(left), tokens => NaiveSpans.Pairs(Spans(left, tokens), Spans(right, tokens), near.Distance, near.Ordered).Any()),
        };

        private static string FieldOf(QueryNode node) => node switch
        {
            WordNode word => word.Field,
            PhraseNode phrase => phrase.Field,
            PrefixNode prefix => prefix.Field,
            NearNode near => FieldOf(near.Left),
            BooleanNode boolean => FieldOf(boolean.Clauses[0].Node),
            _ => throw new NotSupportedException(node.GetType().Name),
        };

        private IReadOnlyCollection<(int Start, int End)> Spans(QueryNode node, Token[] tokens) => node switch
        {
            WordNode word when Wanted(word.Text) is [var wanted] => [.. Enumerable.Range(0, tokens.Length).Where(at => IsWord(tokens[at], wanted)).Select(at => (at, at + 1))],
            WordNode word => Occurrences(tokens, [.. Wanted(word.Text).Select(token => token.Word)], token => token.Word),
            PhraseNode phrase => Occurrences(tokens, [.. Wanted(phrase.Text).Select(token => token.Written)], token => token.Written),
            PrefixNode prefix => Folded(prefix.Prefix) is var folded ? [.. Enumerable.Range(0, tokens.Length).Where(at => HasPrefix(tokens[at], folded)).Select(at => (at, at + 1))] : [],
            NearNode near => NaiveSpans.Minimal(NaiveSpans.Pairs(Spans(near.Left, tokens), Spans(near.Right, tokens), near.Distance, near.Ordered)),
            BooleanNode boolean => [.. boolean.Clauses.SelectMany(clause => Spans(clause.Node, tokens)).Distinct()],
            _ => throw new NotSupportedException(node.GetType().Name),
        };

        private static List<(int Start, int End)> Occurrences(Token[] tokens, string[] words, Func<Token, string> form) => words.Length == 0 ? [] :
            [.. Enumerable.Range(0, Math.Max(0, tokens.Length - words.Length + 1))
                .Where(start => form(tokens[start]) == words[0] && words.Index().All(word => form(tokens[start + word.Index]) == word.Item))
                .Select(start => (start, start + words.Length))];

        /// <summary>Whether a token is an inflection of a word, or the word itself where that was typed without accents.</summary>
        private static bool IsWord(Token token, Token wanted) => token.Word == wanted.Word || (wanted.Written == wanted.Folded && token.Folded == wanted.Written);

        private bool AnyField(string field, Func<Token[], bool> matches) => field switch
        {
            QueryFields.Title => matches(_title),
            QueryFields.Text => matches(_title) || matches(_text),
            _ => throw new NotSupportedException(field),
        };

        private static bool HasPrefix(Token[] tokens, (string Written, string Folded) prefix) => tokens.Any(token => HasPrefix(token, prefix));

        private static bool HasPrefix(Token token, (string Written, string Folded) prefix) =>
            token.Written.StartsWith(prefix.Written, StringComparison.Ordinal)
            || token.Written.StartsWith(prefix.Folded, StringComparison.Ordinal)
            || token.Folded.StartsWith(prefix.Folded, StringComparison.Ordinal);

        /// <summary>Whether a token fits as it is written, or without its diacritics; each pattern is tried once on each word there is.</summary>
        private static bool HasPattern(Token[] tokens, QueryNode node, string pattern, Func<string, string, bool> fits)
        {
            Dictionary<Token, bool> known = Fitting.GetOrCreateValue(node);
            (string asWritten, string asFolded) = Folded(pattern);
            return tokens.Any(token =>
            {
                if (!known.TryGetValue(token, out bool isFitting))
                {
                    known[token] = isFitting = fits(asWritten, token.Written) || fits(asFolded, token.Written) || fits(asFolded, token.Folded);
                }

                return isFitting;
            });
        }

        /// <summary>Whether one occurrence a word can be chosen, different ones for equal words, whose displacements differ by at most the slop.</summary>
        private static bool HasSequence(Token[] tokens, Token[] wanted, Func<Token, string> form, int slop)
        {
            if (wanted.Length == 0)
            {
                return false;
            }

            string[] words = [.. wanted.Select(form)];
            if (slop == 0)
            {
                for (int start = 0; start + words.Length <= tokens.Length; start++)
                {
                    int i = 0;
                    while (i < words.Length && form(tokens[start + i]) == words[i])
                    {
                        i++;
                    }

                    if (i == words.Length)
                    {
                        return true;
                    }
                }

                return false;
            }

            return Enumerable.Range(-words.Length, tokens.Length + words.Length).Any(lowest => Fill(0, lowest, []));

            bool Fill(int word, int lowest, HashSet<int> used)
            {
                if (word == words.Length)
                {
                    return true;
                }

                for (int displacement = lowest; displacement <= lowest + slop; displacement++)
                {
                    int position = displacement + word;
                    if (position >= 0 && position < tokens.Length && form(tokens[position]) == words[word] && used.Add(position))
                    {
                        if (Fill(word + 1, lowest, used))
                        {
                            return true;
                        }

                        used.Remove(position);
                    }
                }

                return false;
            }
        }

        private static (string Written, string Folded) Folded(string prefix)
        {
            (byte[] written, byte[] folded) = TermNormalizer.FoldPrefix(prefix);
            return (Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(folded));
        }

        /// <summary>A query's words as the article's own language has them.</summary>
        private Token[] Wanted(string text) =>
            QueryTokens.TryGetValue((text, _analyzer), out Token[]? tokens) ? tokens : QueryTokens[(text, _analyzer)] = Tokens(text, _analyzer);

        private static Token[] Tokens(string text, TextAnalyzer analyzer)
        {
            List<Token> tokens = [];
            TokenReader reader = analyzer.CreateReader();
            reader.Reset(text);
            while (reader.Next())
            {
                string written = Encoding.UTF8.GetString(reader.Term(TermForm.Written));
                string folded = Encoding.UTF8.GetString(reader.Term(TermForm.Folded));
                tokens.Add(new Token(written, folded.Length == 0 ? written : folded, Encoding.UTF8.GetString(reader.Term(TermForm.Word))));
            }

            return [.. tokens];
        }
    }
}
