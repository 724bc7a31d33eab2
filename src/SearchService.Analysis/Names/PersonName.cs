using System.Collections.Frozen;
using System.Collections.Immutable;
using SearchService.Analysis.Languages;

namespace SearchService.Analysis.Names;

/// <summary>The words of a person's name: those that say who it is, without titles, and the small ones apart.</summary>
internal sealed class PersonName
{
    /// <summary>Words of the longest name that is compared; more are left out.</summary>
    public const int MaxWords = 12;

    private const int LongestJoint = 3;
    private const int LeastBehindArticle = 4;

    // They come and go from one spelling to the next: what they are written together with is tried, too.
    private static readonly FrozenSet<string> Particles = Set(
        "al el ul ol il ad ar as ash at az an bin ben ibn bint binti abu abou abi umm um oum de del dela della delle di da do dos das du la le los las y e van von der den ter ten zu of the san " +
        "abd abdul abdel abdal abdol abdur abdu ould ال عبد ابن بن أبو ابو де ван фон аль эль ибн бен бин абу");

    // Of names that are written short more often than by an initial.
    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mohd"] = "mohammad",
        ["muhd"] = "muhammad",
        ["mhd"] = "muhammad",
        ["wm"] = "william",
        ["chas"] = "charles",
        ["geo"] = "george",
        ["thos"] = "thomas",
        ["jos"] = "joseph",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms miss dr prof professor sir dame lord lady rev reverend hon honorable president minister senator sen rep congressman congresswoman governor gov mayor judge justice king queen prince " +
        "princess pope cardinal bishop general gen colonel col lt lieutenant maj major capt captain sgt sergeant admiral adm commander cmdr brigadier brig marshal haji hajji hajj hadji sheikh shaykh sheik shaikh cheikh " +
        "mullah mulla mawlawi maulvi ustad ayatollah imam engineer eng jr sr ii iii iv phd md esq daw " +
        "г-н г-жа господин госпожа президент министр генерал полковник");

    private readonly int[] _letterPairs;

    private PersonName(ImmutableArray<Part> parts)
    {
        Parts = parts;
        Count = parts.Count(static part => part.IsSingle);
        _letterPairs = [.. parts.Where(static part => part.IsSingle).SelectMany(static part => PairsOf(part.Letters)).Order()];
    }

    /// <summary>Gets one to three words side by side, as one: those of one word first, in order.</summary>
    public ImmutableArray<Part> Parts { get; }

    /// <summary>A word, or some side by side.</summary>
    /// <param name="Letters">Joined.</param>
    /// <param name="Words">A bit for each word that says who it is.</param>
    /// <param name="IsSingle">Whether it is one word as written.</param>
    internal readonly record struct Part(string Letters, int Words, bool IsSingle);

    /// <summary>Reads a name.</summary>
    /// <param name="name">Of a person, the words in any order.</param>
    public static PersonName Read(string name)
    {
        List<string> words = [];
        foreach (string word in name.Split((char[])[' ', '\u00A0', '-', '\u2010', '\u2011', '.', ',', ';', '_', '/', '(', ')', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries))
        {
            string letters = NameLetters.Of(word, out Script script);
            if (script != Script.None && words.Count < MaxWords)
            {
                words.Add(Abbreviations.GetValueOrDefault(letters, letters));
            }
        }

        // A name of titles and particles alone is a name all the same.
        List<string> kept = [.. words.Where(static word => !Titles.Contains(word))];
        words = kept.Exists(static word => !Particles.Contains(word)) ? kept : words;
        bool hasOthers = words.Exists(static word => !Particles.Contains(word));
        var bits = new int[words.Count];
        int count = 0;
        for (int at = 0; at < words.Count; at++)
        {
            bits[at] = hasOthers && Particles.Contains(words[at]) ? 0 : 1 << count++;
        }

        ImmutableArray<Part>.Builder parts = ImmutableArray.CreateBuilder<Part>();
        for (int length = 1; length <= LongestJoint; length++)
        {
            for (int at = 0; at + length <= words.Count; at++)
            {
                int own = 0;
                for (int i = at; i < at + length; i++)
                {
                    own |= bits[i];
                }

                if (own != 0 && (length == 1 || bits[at + length - 1] != 0))
                {
                    parts.Add(new Part(string.Concat(words.Skip(at).Take(length)), own, length == 1));
                }
            }
        }

        for (int at = 0; at < words.Count; at++)
        {
            if (bits[at] != 0 && words[at].Length >= LeastBehindArticle + 2 && (words[at].StartsWith("al", StringComparison.Ordinal) || words[at].StartsWith("el", StringComparison.Ordinal)))
            {
                parts.Add(new Part(words[at][2..], bits[at], IsSingle: false));
            }
        }

        return new PersonName(parts.DrainToImmutable());
    }

    /// <summary>How many words say who it is.</summary>
    public int Count { get; }

    /// <summary>Gets two letters side by side in its words, their beginnings and ends among them, ascending.</summary>
    public ReadOnlySpan<int> LetterPairs => _letterPairs;

    private static IEnumerable<int> PairsOf(string letters) => Enumerable.Range(0, letters.Length + 1).Select(at => ((at == 0 ? 0 : letters[at - 1]) << 16) | (at == letters.Length ? 0 : letters[at]));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
