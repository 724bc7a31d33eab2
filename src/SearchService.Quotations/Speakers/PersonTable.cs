namespace SearchService.Quotations.Speakers;

/// <summary>The people of an article, found by their last names and by their first.</summary>
/// <remarks>Reusable, for one thread. Looking up takes time bounded by <see cref="SameNames"/>.</remarks>
internal sealed class PersonTable(MarkedWords words, PeopleLimits limits)
{
    /// <summary>How many people of one last name are looked at, the latest first.</summary>
    private const int SameNames = 32;

    private readonly Dictionary<int, int> _lasts = [];
    private readonly Dictionary<int, int> _firsts = [];
    private Person[] _people = new Person[64];
    private Entry[] _entries = new Entry[128];
    private int _entryCount;

    /// <summary>Gets how many people there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets a person by number, from 0.</summary>
    public ref Person this[int person] => ref _people[person];

    /// <summary>Forgets everybody.</summary>
    public void Clear()
    {
        Array.Clear(_people, 0, Count);
        Count = _entryCount = 0;
        _lasts.Clear();
        _firsts.Clear();
    }

    /// <summary>Adds the person a part names, unless there already or too many are.</summary>
    /// <returns>The number, or -1.</returns>
    public int Add(in NamePart part)
    {
        int person = FindFull(part);
        if (person >= 0)
        {
            ref Person known = ref _people[person];
            if (IsFuller(part, known.Fullest))
            {
                known.Fullest = part;
            }

            return person;
        }

        if (Count >= limits.People)
        {
            return -1;
        }

        if (Count == _people.Length)
        {
            Array.Resize(ref _people, 2 * Count);
        }

        person = Count++;
        _people[person] = new Person { Fullest = part, First = int.MaxValue, RoleAt = -1, LastFull = -1 };
        Enter(_lasts, HashOf(part.Last), person);
        if (part.Words > 1)
        {
            Enter(words.Has(part.Start, WordTraits.FamilyFirst) ? _lasts : _firsts, HashOf(part.Start), person);
        }

        return person;
    }

    /// <summary>Finds whom a name of two words or more means.</summary>
    /// <returns>The number, or -1.</returns>
    public int FindFull(in NamePart part)
    {
        int looked = 0;
        for (int entry = _lasts.GetValueOrDefault(HashOf(part.Last), -1); entry >= 0 && looked < SameNames; entry = _entries[entry].Next, looked++)
        {
            int person = _entries[entry].Person;
            if (IsSame(part, _people[person].Fullest))
            {
                return person;
            }
        }

        return -1;
    }

    /// <summary>Finds whom one word of a name means, a last name, or else a given one that a single person has.</summary>
    /// <param name="part">The word, with what tells the gender.</param>
    /// <param name="paragraph">The paragraph it stands in: who was named fully there is meant rather than who is named most.</param>
    /// <param name="parts">What <see cref="Person.LastFull"/> counts.</param>
    /// <returns>The number, or -1.</returns>
    public int FindShort(in NamePart part, int paragraph, ReadOnlySpan<NamePart> parts)
    {
        int best = -1;
        int bestRank = int.MinValue;
        int looked = 0;
        for (int entry = _lasts.GetValueOrDefault(HashOf(part.Last), -1); entry >= 0 && looked < SameNames; entry = _entries[entry].Next, looked++)
        {
            int person = _entries[entry].Person;
            ref Person known = ref _people[person];
            if (!HasName(known.Fullest, part) || (part.Is(PartTraits.AfterHonorific | PartTraits.AfterTitle) && Differ(known.Gender, part.Gender)))
            {
                continue;
            }

            bool isHere = known.LastFull >= 0 && words.Tokens.ParagraphOf(parts[known.LastFull].Start) == paragraph;
            int rank = (isHere ? 1 << 20 : 0) + (known.LastFull >= 0 ? 1 << 19 : 0) + (4 * known.FullMentions) - (person & 3);
            if (rank > bestRank)
            {
                (best, bestRank) = (person, rank);
            }
        }

        if (best >= 0 || part.Words > 1 || part.Is(PartTraits.AfterHonorific | PartTraits.Doubtful))
        {
            return best;
        }

        int first = _firsts.GetValueOrDefault(HashOf(part.Last), -1);
        return first >= 0 && _entries[first].Next < 0 && words.Words.IsSameLast(Letters(part.Last), Letters(_people[_entries[first].Person].Fullest.Start)) ? _entries[first].Person : -1;
    }

    /// <summary>Tells whether two are known and not the same.</summary>
    public static bool Differ(Gender left, Gender right) => left != Gender.Unknown && right != Gender.Unknown && left != right;

    /// <summary>What all ways to write a word of a name share, as a number.</summary>
    public int HashOf(int token) => string.GetHashCode(words.Words.Stem(Letters(token)), StringComparison.OrdinalIgnoreCase);

    private static bool IsFullerSuffix(in NamePart part, in NamePart known) => part.Suffix < part.End && known.Suffix == known.End;

    private ReadOnlySpan<char> Letters(int token) => words.Tokens.WithoutPossessive(token);

    private void Enter(Dictionary<int, int> index, int hash, int person)
    {
        if (_entryCount == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * _entryCount);
        }

        _entries[_entryCount] = new Entry(person, index.GetValueOrDefault(hash, -1));
        index[hash] = _entryCount++;
    }

    private bool IsSame(in NamePart part, in NamePart known)
    {
        if (known.Words < 2 || part.Words < 2)
        {
            return known.Words == part.Words && words.Words.IsSameLast(Letters(part.Last), Letters(known.Last));
        }

        // A suffix tells a son from his father.
        bool suffixes = part.Suffix < part.End && known.Suffix < known.End;
        return words.Words.IsSameLast(Letters(part.Last), Letters(known.Last))
            && words.Words.IsSameGiven(Letters(part.Start), Letters(known.Start))
            && (suffixes ? words.Tokens.Is(part.Suffix, words.Tokens.Of(known.Suffix)) || part.Suffix == known.Suffix : (part.Suffix < part.End) == (known.Suffix < known.End) || part.Is(PartTraits.Initial) != known.Is(PartTraits.Initial));
    }

    // All words of a short form are the last ones of the full.
    private bool HasName(in NamePart full, in NamePart part)
    {
        if (part.Words == 1)
        {
            return words.Words.IsSameLast(Letters(part.Last), Letters(full.Last)) || words.Words.IsSameLast(Letters(part.Last), Letters(full.Start));
        }

        int length = part.Suffix - part.Start;
        int start = full.Suffix - length;
        if (start < full.Start)
        {
            return false;
        }

        for (int word = 0; word < length; word++)
        {
            if (!words.Words.IsSameLast(Letters(part.Start + word), Letters(start + word)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsFuller(in NamePart part, in NamePart known)
    {
        bool isNaming = part.Is(PartTraits.Nominative);
        if (words.Words.IsInflected && isNaming != known.Is(PartTraits.Nominative))
        {
            return isNaming;
        }

        if (IsAllCapitals(part) != IsAllCapitals(known))
        {
            return IsAllCapitals(known);
        }

        return part.Words > known.Words || (part.Words == known.Words && (IsFullerSuffix(part, known) || Letters(part.Start).Length == 1 == false && Letters(known.Start).Length == 1));
    }

    private bool IsAllCapitals(in NamePart part) => Letters(part.Last) is { Length: > 2 } last && !char.IsLower(last[1]) && !char.IsLower(last[^1]);

    /// <summary>A person of a name, and the next entry of it.</summary>
    private readonly record struct Entry(int Person, int Next);
}
