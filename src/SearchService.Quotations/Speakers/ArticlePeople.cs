using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Speakers;

/// <summary>The people an article names, and who is meant by its phrases.</summary>
/// <remarks>
/// Phrases that speak are best asked for in the order of the text: who spoke before is who "he" most often is. For one thread; good until the next
/// text is read. Takes bounded time for a phrase.
/// </remarks>
internal sealed class ArticlePeople
{
    private readonly PersonTable _people;
    private readonly RoleReader _roles;
    private readonly SpeakerPhrases _phrases;
    private readonly Pronouns _pronouns;
    private readonly Offices _offices;
    private readonly PeopleLimits _limits;
    private readonly List<SpokenBefore> _spoken = [];
    private ReadOnlyMemory<NamePart> _parts;

    /// <summary>Initializes a new instance of the <see cref="ArticlePeople"/> class, of a text without people.</summary>
    internal ArticlePeople(MarkedWords words, PersonTable people, RoleReader roles, PeopleLimits limits)
    {
        _people = people;
        _limits = limits;
        _roles = roles;
        _phrases = new SpeakerPhrases(words, limits);
        _pronouns = new Pronouns(words, people, _phrases, limits);
        _offices = new Offices(words, people, limits);
    }

    /// <summary>Gets the names, each once and as fully as it is written, in the order of the text.</summary>
    public ImmutableArray<string> Names { get; private set; } = [];

    /// <summary>Says who is meant by a phrase.</summary>
    /// <param name="phrase">A name, part of one, an office or a pronoun, as a span of the text; it speaks.</param>
    /// <returns>Who; a speaker without a name when the article doesn't tell.</returns>
    public ResolvedSpeaker Resolve(TextSpan phrase)
    {
        TokenRange range = _phrases.Trim(phrase);
        if (range.IsEmpty)
        {
            return default;
        }

        SpokenBefore speaker = Find(range);
        if (speaker.Name is not null)
        {
            if (_spoken.Count >= 4 * _limits.SpeakersBack)
            {
                _spoken.RemoveRange(0, _spoken.Count - _limits.SpeakersBack);
            }

            _spoken.Add(speaker);
        }

        return new ResolvedSpeaker(speaker.Name, speaker.Role);
    }

    /// <summary>Begins with another text.</summary>
    /// <param name="parts">The rows of capitals of the text, with the people they name.</param>
    internal void Begin(ReadOnlyMemory<NamePart> parts)
    {
        _parts = parts;
        _spoken.Clear();
        Names = [];
        if (_people.Count == 0)
        {
            return;
        }

        List<(int First, string Name)> names = [];
        for (int person = 0; person < _people.Count; person++)
        {
            if (_people[person].First != int.MaxValue)
            {
                names.Add((_people[person].First, NameOf(person)));
            }
        }

        names.Sort(static (left, right) => left.First.CompareTo(right.First));
        Names = [.. names.Select(static name => name.Name).Distinct(StringComparer.Ordinal)];
    }

    private SpokenBefore Find(TokenRange range)
    {
        ReadOnlySpan<NamePart> parts = _parts.Span;
        int first = PartAt(range.Start);
        SpokenBefore none = new(range.Start, -1, null, null, WordTraits.None);
        if (_phrases.IsPronoun(range, out WordTraits pronoun))
        {
            int person = _pronouns.Find(range.Start, pronoun, parts, first, _spoken, out SpokenBefore other);
            return person >= 0 ? Of(person, range, default) : other with { At = range.Start };
        }

        int head = _phrases.HeadIn(range, parts, first);
        if (head >= 0)
        {
            return parts[head].Person >= 0
                ? Of(parts[head].Person, range, parts[head].Role)
                : new SpokenBefore(range.Start, -1, _phrases.Written(parts[head].Start, parts[head].End), RoleOf(parts[head].Role), WordTraits.None);
        }

        int office = _roles.HeadOf(range);
        if (office >= 0 && _offices.Find(range, office, parts, first) is int holder && holder >= 0)
        {
            return Of(holder, range, default);
        }

        return none with { Name = _phrases.Named(range), Traits = _phrases.KindOf(range, office) };
    }

    private SpokenBefore Of(int person, TokenRange range, TokenRange role)
    {
        int told = _people[person].RoleAt;
        if (told >= 0 && (role.IsEmpty || _roles.Worth(role) < _roles.Worth(_parts.Span[told].Role)))
        {
            role = _parts.Span[told].Role;
        }

        return new SpokenBefore(range.Start, person, NameOf(person), RoleOf(role), WordTraits.None);
    }

    private string NameOf(int person)
    {
        ref Person known = ref _people[person];
        return known.Name ??= _phrases.Written(known.Fullest.Start, known.Fullest.End);
    }

    private string? RoleOf(TokenRange role) => role.IsEmpty ? null : _phrases.Written(role.Start, role.End);

    /// <summary>The first part that ends behind a token.</summary>
    private int PartAt(int token)
    {
        ReadOnlySpan<NamePart> parts = _parts.Span;
        int low = 0;
        int high = parts.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = parts[middle].End > token ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
