using System.Collections.Frozen;
using System.Text;

namespace SearchService.Analysis.Names;

/// <summary>Writes Cyrillic (Russian, Ukrainian, Belarusian, Kazakh and their neighbours), Arabic, Hebrew and Greek in Latin letters.</summary>
/// <remarks>
/// Letter by letter, case lost. What stands for no sound of its own in a style is left out; Arabic and Hebrew vowels that aren't written can't be
/// known. Characters of other scripts stay as they are. Never fails.
/// </remarks>
public static class Transliteration
{
    // A letter, then what it becomes; "_" for nothing.
    private static readonly FrozenDictionary<char, string> Shared = Parse(
        // Greek (ELOT 743, tonos folded)
        "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo άa έe ήi ίi όo ύy ώo ϊi ϋy ΐi ΰy",
        // Hebrew
        "אa בv גg דd הh וv זz חh טt יy כk ךk לl מm םm נn ןn סs עa פp ףf צts ץts קk רr שsh תt",
        // Arabic, with the letters of Persian, Urdu and Kurdish
        "اa أa إi آa ٱa بb تt ثth جj حh خkh دd ذdh رr زz سs شsh صs ضd طt ظz عa غgh فf قq كk لl مm نn هh وw يy ىa ةa ءa ئy ؤw",
        "پp چch ژzh گg ڤv ٹt ڈd ڑr ںn ھh ہh ۃa ےe یy کk ۇu ۆo ۈu ۋv ەe ێe ڕr ڵl ڭng");

    private static readonly FrozenDictionary<char, string> CyrillicPress = Parse(
        "аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ_ ыy ь_ эe юyu яya",
        "іi їyi єye ґg ўu ѓg ђdj ѕdz јj љlj њnj ћc ќk џdz",
        "әa ғg қq ңn өo ұu үu һh җzh ҙz ҡq ҫs ӑa ӗe ӳu ӯu ӣi ҳh ҷj ӷg ҕg ӏ_");

    private static readonly FrozenDictionary<char, string> CyrillicBgn = With(CyrillicPress, "ёyë ъ” ь’ ўw ғgh ңng ћć ђđ");

    private static readonly FrozenDictionary<char, string> CyrillicIso9 = With(
        CyrillicPress,
        "ёë жž йj хh цc чč шš щŝ ъʺ ьʹ эè юû яâ іì їï єê ґg̀ ўŭ ѓǵ ђđ ѕẑ јǰ љl̂ њn̂ ћć ќḱ џd̂ әa̋ ғġ қķ ңņ өô ұu̇ үù һḥ ҷç ҳẖ");

    /// <summary>Writes a text in Latin letters.</summary>
    /// <param name="text">In any script; composed (NFC).</param>
    /// <param name="style">Which system.</param>
    /// <returns>Lower case where something was written otherwise.</returns>
    public static string ToLatin(string text, TransliterationStyle style)
    {
        FrozenDictionary<char, string> cyrillic = style switch
        {
            TransliterationStyle.Iso9 => CyrillicIso9,
            TransliterationStyle.BgnPcgn => CyrillicBgn,
            _ => CyrillicPress,
        };
        StringBuilder latin = new(text.Length + 8);
        for (int at = 0; at < text.Length; at++)
        {
            char letter = char.ToLowerInvariant(text[at]);
            if (style == TransliterationStyle.Press && letter is 'и' or 'ы' && IsLast(text, at + 1) && char.ToLowerInvariant(text[at + 1]) == 'й')
            {
                latin.Append('y');
                at++;
            }
            else if (style == TransliterationStyle.BgnPcgn && letter is 'е' or 'ё' && IsSyllable(text, at))
            {
                latin.Append(letter == 'е' ? "ye" : "yë");
            }
            else
            {
                latin.Append(cyrillic.TryGetValue(letter, out string? own) || Shared.TryGetValue(letter, out own) ? own : text.AsSpan(at, 1));
            }
        }

        return latin.ToString();
    }

    private static bool IsLast(string text, int at) => at < text.Length && (at + 1 == text.Length || !char.IsLetter(text[at + 1]));

    // "ye" begins a word, and stands behind vowels and signs.
    private static bool IsSyllable(string text, int at) => at == 0 || !char.IsLetter(text[at - 1]) || "аеёиоуыэюяйъь".Contains(char.ToLowerInvariant(text[at - 1]), StringComparison.Ordinal);

    private static FrozenDictionary<char, string> Parse(params ReadOnlySpan<string> lines)
    {
        Dictionary<char, string> letters = [];
        foreach (string line in lines)
        {
            foreach (string pair in line.Split(' '))
            {
                letters[pair[0]] = pair[1..] == "_" ? "" : pair[1..];
            }
        }

        return letters.ToFrozenDictionary();
    }

    private static FrozenDictionary<char, string> With(FrozenDictionary<char, string> letters, string others)
    {
        Dictionary<char, string> all = new(letters);
        foreach ((char letter, string latin) in Parse(others))
        {
            all[letter] = latin;
        }

        return all.ToFrozenDictionary();
    }
}
