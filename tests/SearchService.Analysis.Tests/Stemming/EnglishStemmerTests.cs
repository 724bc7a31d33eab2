using System.Text;

using SearchService.Analysis.Stemming;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Stemming;

public sealed class EnglishStemmerTests
{
    // Written from the rules of the published algorithm, a line for each step; "a>b" is word and stem.
    [Theory]
    [InlineData("possessives", "minister's>minist ministers'>minist minister's'>minist 'tis>tis")]
    [InlineData("1a", "passes>pass ties>tie cries>cri flies>fli gas>gas this>this gaps>gap kiwis>kiwi bus>bus pass>pass abuses>abus")]
    [InlineData("1b -eed", "agreed>agre feed>feed exceed>exceed proceed>proceed succeed>succeed")]
    [InlineData("1b mends", "luxuriated>luxuri hopping>hop hoping>hope falling>fall fizzed>fizz troubled>troubl sized>size")]
    [InlineData("1b adverbs", "repeatedly>repeat seemingly>seem allegedly>alleg")]
    [InlineData("1b short words", "red>red sing>sing bed>bed adding>add egged>egg erring>err pasted>paste")]
    [InlineData("1b exceptions", "dying>die lying>lie tying>tie vying>vie inning>inning outing>outing evening>evening herring>herring canning>canning earring>earring")]
    [InlineData("1c", "cry>cri by>by say>say happy>happi enjoy>enjoy")]
    [InlineData("2", "national>nation relational>relat frequencies>frequenc organizer>organiz analogies>analog radically>radic entirely>entir")]
    [InlineData("2 -ness", "hopefulness>hope callousness>callous decisiveness>decis sensibility>sensibl formalism>formal")]
    [InlineData("3", "triplicate>triplic electrical>electr goodness>good hopeful>hope formalize>formal formative>format")]
    [InlineData("4", "adjustment>adjust replacement>replac dependent>depend adoption>adopt communism>communism revival>reviv")]
    [InlineData("5", "probate>probat rate>rate cease>ceas controlling>control rolling>roll")]
    [InlineData("whole words", "skis>ski skies>sky idly>idl gently>gentl ugly>ugli early>earli only>onli singly>singl sky>sky news>news howe>howe atlas>atlas cosmos>cosmos bias>bias andes>andes")]
    [InlineData("regions of their own", "general>general generate>generat communication>communic arsenal>arsenal university>universiti universe>univers")]
    [InlineData("y as a consonant", "youth>youth boyish>boyish saying>say royalty>royalti")]
    [InlineData("two letters", "as>as is>is s>s")]
    public void The_steps_of_the_published_algorithm(string step, string pairs)
    {
        foreach (string pair in pairs.Split(' '))
        {
            string[] wordAndStem = pair.Split('>');
            Assert.True(wordAndStem[1] == Stem(wordAndStem[0]), $"{step}: {wordAndStem[0]} became {Stem(wordAndStem[0])}, not {wordAndStem[1]}");
        }
    }

    [Fact]
    public void Inflections_of_a_word_share_a_stem()
    {
        string[][] families =
        [
            ["troop", "troops", "trooped"], ["leave", "leaves", "leaving"], ["peacekeeper", "peacekeepers"],
            ["negotiate", "negotiated", "negotiating", "negotiates", "negotiation", "negotiations"], ["deny", "denied", "denies", "denying"],
        ];
        foreach (string[] family in families)
        {
            Assert.Single(family.Select(Stem).Distinct());
        }
    }

    [Fact]
    public void Any_letters_are_stemmed_within_their_room()
    {
        Random random = Seeds.Random();
        string[] parts = ["a", "e", "y", "s", "ing", "ed", "ly", "li", "ee", "'", "s'", "ation", "ful", "ness", "ive", "tt", "past", "gener", "b", "qu", "ogi", "l", "e"];
        for (int round = 0; round < 100_000; round++)
        {
            string word = string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => parts[random.Next(parts.Length)]));
            byte[] bytes = Encoding.UTF8.GetBytes(word);
            int length = EnglishStemmer.Stem(bytes);
            Assert.InRange(length, 0, word.Length);
            Assert.DoesNotContain((byte)'Y', bytes[..length]);
        }
    }

    [Fact]
    public void The_cache_changes_no_stem()
    {
        Random random = Seeds.Random();
        var cache = new StemCache();
        for (int round = 0; round < 50_000; round++)
        {
            int length = 1 + random.Next(StemCache.LongestWord);
            byte[] word = new byte[length];
            for (int i = 0; i < length; i++)
            {
                word[i] = "eingsdly"u8[random.Next(random.Next(2) == 0 ? 2 : 8)];
            }

            string expected = Stem(Encoding.UTF8.GetString(word));
            Assert.Equal(expected, Encoding.UTF8.GetString(cache.Stem(word)));
            Assert.Equal(expected, Encoding.UTF8.GetString(cache.Stem(word)));
        }
    }

    private static string Stem(string word)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(word);
        return Encoding.UTF8.GetString(bytes, 0, EnglishStemmer.Stem(bytes));
    }
}
