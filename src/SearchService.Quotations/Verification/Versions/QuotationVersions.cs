using System.Collections.Immutable;
using System.Diagnostics;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification.Versions;

/// <summary>Finds the quotations that are one: the same words, cut, extended or slightly changed, in whichever articles.</summary>
/// <param name="index">An archive that knows quotations.</param>
/// <param name="limits">How much is looked at.</param>
/// <remarks>
/// What is akin to a member is a member: the answer is the same whichever member is asked for, as long as no limit is met. Two quotations are
/// compared alike from either side, and looked for alike. Thread-safe.
/// </remarks>
public sealed class QuotationVersions(IArticleIndex index, VersionLimits limits)
{
    /// <summary>With the limits' defaults.</summary>
    /// <param name="index">An archive that knows quotations.</param>
    public QuotationVersions(IArticleIndex index)
        : this(index, new VersionLimits())
    {
    }

    /// <summary>Finds the versions of a quotation.</summary>
    /// <param name="id">Of <see cref="QuotationHit.Id"/>.</param>
    /// <param name="state">The state that was asked.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Null when there is no such quotation.</returns>
    /// <exception cref="NotSupportedException">The archive knows no quotations.</exception>
    public QuotationCluster? Find(string id, out IndexState state, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        return index.TryGetQuotation(id, out QuotationHit? quotation, out state)
            ? new Search(index, limits, cancellationToken).Around(quotation!, state) with { Took = Stopwatch.GetElapsedTime(started) }
            : null;
    }

    /// <summary>One search for versions.</summary>
    private sealed class Search
    {
        private readonly IArticleIndex _index;
        private readonly VersionLimits _limits;
        private readonly CancellationToken _cancellation;
        private readonly WordNumbers _numbers = new();
        private readonly WordRarity _rarity;
        private readonly WordingComparison _comparison;
        private readonly Dictionary<int, double> _bits = [];
        private readonly Dictionary<string, Wording> _wordings = new(StringComparer.Ordinal);
        private readonly HashSet<string> _members = new(StringComparer.Ordinal);
        private readonly Queue<(QuotationHit Quotation, Wording Wording)> _open = new();
        private int _looked;
        private bool _partial;

        public Search(IArticleIndex index, VersionLimits limits, CancellationToken cancellation)
        {
            (_index, _limits, _cancellation) = (index, limits, cancellation);
            _rarity = new WordRarity(index, int.MaxValue);
            _comparison = new WordingComparison(_numbers, BitsOf);
        }

        public QuotationCluster Around(QuotationHit quotation, IndexState state)
        {
            Add(quotation, WordingOf(quotation.Quote.Text, quotation.Article.Language));
            while (_open.TryDequeue(out var member))
            {
                _cancellation.ThrowIfCancellationRequested();
                foreach ((QuotationHit other, Wording wording, Kinship kinship) in CandidatesOf(member.Wording))
                {
                    if (!_members.Contains(other.Id) && Occasions.AreOne(kinship, member.Quotation, other))
                    {
                        Add(other, wording);
                    }
                }
            }

            return Told(state);
        }

        private void Add(QuotationHit quotation, Wording wording)
        {
            if (_members.Count == _limits.MaxQuotations)
            {
                _partial = true;
                return;
            }

            _members.Add(quotation.Id);
            wording.Quotations.Add(quotation);
            _open.Enqueue((quotation, wording));
        }

        private QuotationCluster Told(IndexState state)
        {
            List<Wording> wordings = [.. _wordings.Values.Where(static wording => wording.Quotations.Count > 0)];
            wordings.ForEach(static wording => wording.Quotations.Sort(static (one, other) => QuotationCluster.CarriedWhen(one).CompareTo(QuotationCluster.CarriedWhen(other))));
            Wording fullest = wordings.OrderByDescending(static wording => wording.Count).ThenBy(static wording => QuotationCluster.CarriedWhen(wording.Quotations[0])).First();
            ImmutableArray<QuoteVersion> versions =
            [
                .. wordings.OrderByDescending(static wording => wording.Quotations.Count).ThenBy(static wording => QuotationCluster.CarriedWhen(wording.Quotations[0]))
                    .Select(wording => VersionOf(wording, fullest)),
            ];
            return new QuotationCluster(VersionOf(fullest, fullest), versions, _partial, state, default);
        }

        // By the first quotation's own text: words are the same in all of them, case and punctuation may not be.
        private QuoteVersion VersionOf(Wording wording, Wording fullest)
        {
            Wording own = Read(wording.Quotations[0].Quote.Text, wording.Quotations[0].Article.Language);
            Wording reference = Read(fullest.Quotations[0].Quote.Text, fullest.Quotations[0].Article.Language);
            return new QuoteVersion(own.Words.Text, [.. wording.Quotations], TextDifference.Between(own.Whole, reference.Whole));
        }

        private List<(QuotationHit Quotation, Wording Wording, Kinship Kinship)> CandidatesOf(Wording wording)
        {
            if (wording.Candidates is { } known)
            {
                return known;
            }

            wording.Candidates = [];
            if (_looked++ == _limits.MaxWordings)
            {
                _partial = true;
                return wording.Candidates;
            }

            for (int word = 0; word < wording.Count; word++)
            {
                Ask(wording.Words, word);
            }

            HashSet<string> seen = new(StringComparer.Ordinal);
            Dictionary<Wording, Kinship> kinships = [];
            foreach (QueryNode query in QueriesFor(wording))
            {
                QuotationMatches matches = _index.SearchQuotations(new QuotationQuery { Root = query, Size = _limits.MaxCandidates }, _cancellation);
                foreach (QuotationHit hit in matches.Hits.Where(hit => seen.Add(hit.Id)))
                {
                    Wording other = WordingOf(hit.Quote.Text, hit.Article.Language);
                    if (!kinships.TryGetValue(other, out Kinship kinship))
                    {
                        kinships.Add(other, kinship = _comparison.Of(wording, other));
                    }

                    if (kinship != Kinship.None)
                    {
                        wording.Candidates.Add((hit, other, kinship));
                    }
                }
            }

            return wording.Candidates;
        }

        // The whole as it stands, which all that have it are found by; and clues of each part, as a part may be all that another version has.
        private IEnumerable<QueryNode> QueriesFor(Wording wording)
        {
            if (wording.Count == 0)
            {
                yield break;
            }

            TextSpan all = wording.Words.SpanOf(0, wording.Count);
            string text = wording.Words.Text[all.Start..all.End];
            yield return new PhraseNode(0, text.Length, QueryFields.Said, text);
            for (int first = 0; first < wording.Count; first += _limits.WordsOfPart)
            {
                int count = Math.Min(_limits.WordsOfPart, wording.Count - first);
                TextWords part = wording.Words.Only([wording.Words.SpanOf(first, count)]);
                if (Clues.Of(new VerifiedText(part, _numbers.Count, BitsOf), _limits.MaxClues, QueryFields.Said) is { } clues)
                {
                    yield return clues;
                }
            }
        }

        private Wording WordingOf(string text, string? language)
        {
            Wording read = Read(text, language);
            string key = string.Join(' ', read.Words.Numbers.ToArray());
            if (!_wordings.TryGetValue(key, out Wording? known))
            {
                _wordings.Add(key, known = read);
            }

            return known;
        }

        private Wording Read(string text, string? language)
        {
            TextWords words = _numbers.Read(text, numbersNew: true);
            if (words.Count > _limits.MaxWords)
            {
                words = words.Only([words.SpanOf(0, _limits.MaxWords)]);
                _partial = true;
            }

            return new Wording(words, _numbers.Stems(words, 0, words.Count, language));
        }

        private void Ask(TextWords words, int word)
        {
            int number = words.Numbers[word];
            if (!_bits.ContainsKey(number))
            {
                _bits.Add(number, _rarity.BitsOf(words.Text[words[word].Start..words[word].End], _cancellation));
            }
        }

        // Words that only candidates have aren't asked about: they are in no two of them that matter.
        private double BitsOf(int number) => _bits.GetValueOrDefault(number);
    }
}
