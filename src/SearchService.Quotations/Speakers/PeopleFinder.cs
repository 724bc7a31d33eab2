using SearchService.Quotations.Text;

namespace SearchService.Quotations.Speakers;

/// <summary>Finds the people an article names.</summary>
/// <remarks>
/// A row of capitalised words is a person's name when enough speaks for it: a given name, a title or an office before it, a role, an age or "who"
/// behind it, speech, the last name alone elsewhere. Names decide which spellings a search is widened to, so what is doubtful is no name.
/// Reusable, for one thread; linear in the text.
/// </remarks>
internal sealed class PeopleFinder
{
    /// <summary>What speaks for a person must come to this.</summary>
    private const int Enough = 3;

    /// <summary>What the buffers keep after a long text.</summary>
    private const int KeptParts = 1 << 14;

    private readonly MarkedWords _words = new();
    private readonly Dictionary<int, int> _alone = [];
    private readonly RoleReader _roles;
    private readonly NamePartReader _reader;
    private readonly PersonTable _people;
    private readonly ArticlePeople _article;
    private NamePart[] _parts = new NamePart[256];
    private int _count;

    /// <summary>Initializes a new instance of the <see cref="PeopleFinder"/> class.</summary>
    /// <param name="limits">Bounds; those of <see cref="PeopleLimits.Default"/> when null.</param>
    public PeopleFinder(PeopleLimits? limits = null)
    {
        limits ??= PeopleLimits.Default;
        _roles = new RoleReader(_words, limits);
        NameShapes shapes = new(_words);
        _reader = new NamePartReader(_words, shapes, new PartSurroundings(_words, shapes, _roles), limits);
        _people = new PersonTable(_words, limits);
        _article = new ArticlePeople(_words, _people, _roles, limits);
    }

    /// <summary>Reads an article's text.</summary>
    /// <param name="tokens">The text, divided; it has to stay as it is while people are asked for.</param>
    /// <param name="language">ISO 639-1, lower case, or null; in one that isn't known nobody is found.</param>
    /// <returns>The people; the same object each time, for the text read last.</returns>
    public ArticlePeople Read(ArticleTokens tokens, string? language)
    {
        PeopleWords? words = PeopleWords.Of(language);
        _people.Clear();
        _count = 0;
        _words.Read(tokens, words ?? PeopleWords.Of(null)!);
        if (words is not null)
        {
            ReadParts();
            AddPeople();
            Attach();
        }

        _article.Begin(_parts.AsMemory(0, _count));
        return _article;
    }

    private void ReadParts()
    {
        if (_parts.Length > KeptParts)
        {
            _parts = new NamePart[256];
            _alone.TrimExcess(0);
        }

        _alone.Clear();
        _reader.Restart();
        while (_reader.MoveNext())
        {
            if (_count == _parts.Length)
            {
                Array.Resize(ref _parts, 2 * _count);
            }

            NamePart part = _reader.Current;
            _parts[_count++] = part;
            if (part.Words == 1 && !part.Is(PartTraits.InThing | PartTraits.AfterArticle | PartTraits.Headline | PartTraits.Doubtful))
            {
                int hash = _people.HashOf(part.Last);
                // "in Chelsea" is a place, whatever else has the name.
                bool isPlace = part.Is(PartTraits.AfterJoin) && _words.Words.IsPlaceJoin(_words.Tokens.Of(part.Start - 1));
                _alone[hash] = _alone.GetValueOrDefault(hash) + (isPlace ? -_words.Count : 1);
            }
        }
    }

    private void AddPeople()
    {
        for (int number = 0; number < _count; number++)
        {
            if (_parts[number].Words > 1 && IsFullName(_parts[number]))
            {
                _people.Add(_parts[number]);
            }
        }

        // One word with a title, or a given name that speaks, is a name of its own only when nobody's full name has it.
        for (int number = 0; number < _count; number++)
        {
            ref NamePart part = ref _parts[number];
            if (part.Words == 1 && (part.Is(PartTraits.AfterHonorific | PartTraits.AfterTitle) || IsFirstName(part)) && !part.Is(PartTraits.InThing | PartTraits.Headline | PartTraits.Doubtful)
                && Letters(part.Last).Length > 2 && _people.FindShort(part, -1, _parts.AsSpan(0, number)) < 0)
            {
                _people.Add(part);
            }
        }
    }

    // "Melanie said", in an article that has her more than once.
    private bool IsFirstName(in NamePart part) =>
        part.Is(PartTraits.Given) && part.Is(PartTraits.Speaks) && !part.Is(PartTraits.AfterArticle) && _alone.GetValueOrDefault(_people.HashOf(part.Last)) > 1;

    private bool IsFullName(in NamePart part)
    {
        if (part.Is(PartTraits.InThing | PartTraits.Headline) || _words.Words.IsNotPerson(NameOf(part)))
        {
            return false;
        }

        int evidence = part.Is(PartTraits.Given) ? 3 : part.Is(PartTraits.PerhapsGiven) && !(_words.Has(part.Start, WordTraits.Common | WordTraits.Verb) && _words.Tokens.StartsSentence(part.Start)) ? 1 : 0;
        evidence += part.Is(PartTraits.AfterHonorific | PartTraits.AfterTitle | PartTraits.AfterOffice) ? 3 : 0;
        evidence += part.Is(PartTraits.Initial) ? 2 : 0;
        evidence += part.Words < 4 && _words.Has(part.Start, WordTraits.FamilyFirst) ? _alone.GetValueOrDefault(_people.HashOf(part.Start)) > 0 ? 3 : 1 : 0;
        evidence += part.Suffix < part.End ? 2 : 0;
        evidence += part.Is(PartTraits.BeforeRole) ? 3 : 0;
        evidence += part.Is(PartTraits.BeforePersonal) ? 2 : 0;
        evidence += part.Is(PartTraits.Speaks) ? 1 : 0;
        evidence -= part.Is(PartTraits.AfterArticle) ? 2 : 0;
        evidence -= part.Words > 3 && !part.Is(PartTraits.Given) ? 1 : 0;
        if (evidence is > 0 and < Enough && _alone.GetValueOrDefault(_people.HashOf(part.Last)) > 0)
        {
            evidence += 2;
        }

        return evidence >= Enough;
    }

    private void Attach()
    {
        for (int number = 0; number < _count; number++)
        {
            ref NamePart part = ref _parts[number];
            if ((part.Is(PartTraits.InThing) && !part.Is(PartTraits.Headline)) || (part.Is(PartTraits.Doubtful) && part.Is(PartTraits.AfterJoin | PartTraits.AfterArticle | PartTraits.Headline)))
            {
                continue;
            }

            int person = part.Words > 1 ? _people.FindFull(part) : -1;
            bool isFull = person >= 0;
            if (!isFull)
            {
                person = _people.FindShort(part, _words.Tokens.ParagraphOf(part.Start), _parts.AsSpan(0, number));
            }

            part.Person = person;
            if (person >= 0)
            {
                Note(number, part, isFull);
            }
        }
    }

    private void Note(int number, in NamePart part, bool isFull)
    {
        ref Person person = ref _people[part.Person];
        person.Mentions++;
        person.First = Math.Min(person.First, number);
        if (isFull)
        {
            person.FullMentions++;
            person.LastFull = number;
        }

        if (person.Gender == Gender.Unknown || part.Is(PartTraits.AfterHonorific))
        {
            person.Gender = part.Gender == Gender.Unknown ? person.Gender : part.Gender;
        }

        if (!part.Role.IsEmpty && (person.RoleAt < 0 || _roles.Worth(part.Role) > _roles.Worth(_parts[person.RoleAt].Role)))
        {
            person.RoleAt = number;
        }
    }

    private ReadOnlySpan<char> Letters(int token) => _words.Tokens.WithoutPossessive(token);

    private ReadOnlySpan<char> NameOf(in NamePart part) => _words.Tokens.Of(new TokenRange(part.Start, part.End));
}
