using System.Text;
using SearchService.Core.Articles;

namespace SearchService.Ingestion.Stories;

/// <summary>Tells, article by article, which of them tell the same story: texts that are the same but for changes, cuts and additions.</summary>
/// <remarks>
/// <para>An article's shingles are looked up among those before; the stories that share most with it are compared with it word by word, and
/// it joins the one it has most in common with, by direct evidence: with the first article of the story, or with a later one and, to a lesser
/// part, the first. So a story doesn't drift from edit to edit. Its id is that of its first article in the order of reading: the same set
/// read in the same order gives the same stories.</para>
/// <para>Memory: 20 bytes an article, and its shingles as <see cref="StoryOptions.ShingleBytes"/> bounds them; the words are in a temporary
/// file. Used from one thread.</para>
/// </remarks>
public sealed class StoryFinder : IDisposable
{
    // Of the shingles that two texts of one story would share if the shorter were in the other as it is.
    private const double LeastVotes = .12;

    private readonly StoryOptions _options;
    private readonly SpilledWords _spilled;
    private readonly ShingleIndex _shingles;
    private readonly WordHashes _words = new();
    private readonly TextAligner _aligner = new();
    private readonly List<uint> _sample = [];
    private readonly List<int> _found = [];
    private readonly List<int> _touched = [];
    private readonly List<Candidate> _candidates = [];

    // By article: where its words are, how many, and the first article of its story. An entry more, where the last one ends.
    private readonly List<long> _starts = [0];
    private readonly List<int> _lengths = [];
    private readonly List<int> _firsts = [];
    private ushort[] _votes = new ushort[1024];
    private ushort[] _other = [];

    /// <summary>Begins.</summary>
    /// <param name="options">What makes a story; null for the usual.</param>
    /// <exception cref="IOException">The temporary file can't be made.</exception>
    public StoryFinder(StoryOptions? options = null)
    {
        _options = options ?? StoryOptions.Default;
        _spilled = new SpilledWords(_options.Folder);
        _shingles = new ShingleIndex(_options.ShingleBytes, _options.StoriesOfShingle);
    }

    /// <summary>Bytes of memory that shingles take.</summary>
    public long ShingleBytes => _shingles.LengthInBytes;

    /// <summary>Finds the story of the next article.</summary>
    /// <param name="article">With an id that no article before had.</param>
    /// <returns>The id of the first article of the story; the article's own when it is the first.</returns>
    /// <exception cref="IOException">The disk is full.</exception>
    public string Add(Article article)
    {
        _words.Read(article.Text, _options.MostWords);
        if (_words.Count < _options.LeastWords)
        {
            return article.Id;
        }

        int number = _lengths.Count;
        ShingleSample.Take(_words.Hashes, _options.Shingles, _sample);
        int first = Nearest() is { } story ? story : number;
        Keep(article, number, first);
        return first == number ? article.Id : _spilled.ReadId(_starts[first], _lengths[first], _starts[first + 1]);
    }

    /// <inheritdoc/>
    public void Dispose() => _spilled.Dispose();

    private int? Nearest()
    {
        int telling = Vote();
        Rank(telling);
        int? nearest = null;
        double most = 0;
        int compared = 0;
        foreach (Candidate candidate in _candidates)
        {
            if (compared++ == _options.Comparisons)
            {
                break;
            }

            if (compared == 1)
            {
                _aligner.Begin(_words.Packed);
            }

            double share = ShareWith(candidate);
            if (share > most)
            {
                (nearest, most) = (candidate.First, share);
            }
        }

        return nearest;
    }

    // How much of the shorter text is in the other, where that makes them one story, else 0.
    private double ShareWith(Candidate candidate)
    {
        TextAlignment first = Align(candidate.First);
        if (IsSame(first))
        {
            return first.ShareOfShorter;
        }

        int member = first.ShareOfShorter < _options.ShareOfFirst ? -1 : MemberLike(candidate.First);
        return member >= 0 && Align(member) is var second && IsSame(second) ? second.ShareOfShorter : 0;
    }

    private bool IsSame(in TextAlignment found) =>
        found.Anchors >= _options.LeastAnchors
        && found.ShareOfShorter >= _options.ShareOfShorter
        && found.ShareOfLonger >= _options.ShareOfLonger
        && (found.Text - found.InText <= OwnWordsOf(found.Text) || found.Other - found.InOther <= OwnWordsOf(found.Other))
        && NamesAgree(found);

    private double OwnWordsOf(int words) => _options.OwnWords + (_options.OwnShare * words);

    // Chance has more room in few names: two standard deviations of what is to be expected are allowed for.
    private bool NamesAgree(in TextAlignment found)
    {
        if (found.Names == 0 || found.Words == 0)
        {
            return true;
        }

        double expected = _options.NamesAgainstWords * found.SameWords / found.Words;
        return found.SameNames >= (expected * found.Names) - (2 * Math.Sqrt(found.Names * expected * (1 - expected)));
    }

    private TextAlignment Align(int article)
    {
        int length = _lengths[article];
        if (_other.Length < length)
        {
            _other = new ushort[length * 2];
        }

        Span<ushort> words = _other.AsSpan(0, length);
        _spilled.ReadWords(_starts[article], words);
        return _aligner.With(words);
    }

    // Counts, for each story, the shingles it has of this text; gives those that tell stories apart.
    private int Vote()
    {
        if (_votes.Length <= _lengths.Count)
        {
            Array.Resize(ref _votes, _votes.Length * 2);
        }

        _touched.Clear();
        int telling = 0;
        foreach (uint key in _sample)
        {
            telling += _shingles.Find(key, _found) ? 1 : 0;
            foreach (int article in _found)
            {
                int first = _firsts[article];
                if (_votes[first]++ == 0)
                {
                    _touched.Add(first);
                }
            }
        }

        return telling;
    }

    // The stories that may have enough of this text, most votes first. A shared shingle is in both samples where it is in the sparser one.
    private void Rank(int telling)
    {
        _candidates.Clear();
        double rate = ShingleSample.RateOf(_words.Count, _options.Shingles) * telling / _sample.Count;
        foreach (int first in _touched)
        {
            int votes = _votes[first], shorter = Math.Min(_words.Count, _lengths[first]);
            double whole = shorter * Math.Min(rate, ShingleSample.RateOf(_lengths[first], _options.Shingles));
            if (votes >= Math.Max(2, whole * LeastVotes))
            {
                _candidates.Add(new Candidate(first, votes / whole));
            }

            _votes[first] = 0;
        }

        _candidates.Sort(static (left, right) => left.Share != right.Share ? right.Share.CompareTo(left.Share) : left.First.CompareTo(right.First));
    }

    // The later article of a story that has most of this text's shingles which the ones before it haven't; -1 for none.
    private int MemberLike(int first)
    {
        int member = -1;
        foreach (uint key in _sample)
        {
            _shingles.Find(key, _found);
            foreach (int article in _found)
            {
                if (article != first && _firsts[article] == first && (++_votes[article] > (member < 0 ? 0 : _votes[member])))
                {
                    member = article;
                }
            }
        }

        foreach (uint key in _sample)
        {
            _shingles.Find(key, _found);
            _found.ForEach(article => _votes[article] = 0);
        }

        return member;
    }

    private void Keep(Article article, int number, int first)
    {
        _spilled.Append(Encoding.UTF8.GetBytes(article.Id), _words.Packed);
        _starts.Add(_spilled.Length);
        _lengths.Add(_words.Count);
        _firsts.Add(first);
        foreach (uint key in _sample)
        {
            if (_shingles.Find(key, _found) && (first == number || !_found.Exists(other => _firsts[other] == first)))
            {
                _shingles.Add(key, number, _found.Count);
            }
        }
    }

    private readonly record struct Candidate(int First, double Share);
}
