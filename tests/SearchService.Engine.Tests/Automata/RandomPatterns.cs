using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Automata;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Automata;

/// <summary>Makes patterns over a few letters, each with what it means by definition.</summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="letters">Each a letter, as terms have them.</param>
internal sealed class RandomPatterns(Random random, params string[] letters)
{
    /// <summary>One code point, for .NET, which counts UTF-16 units.</summary>
    private const string AnyCodePoint = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uD800-\uDFFF])";

    private static readonly ConcurrentDictionary<TermAutomaton, Func<string, bool>> Meanings = [];

    /// <summary>What an automaton that came from here finds, by definition.</summary>
    public static bool Fits(TermAutomaton automaton, string word) => Meanings[automaton](word);

    /// <summary>A pattern of any kind.</summary>
    public TermAutomaton Next() => random.Next(3) switch
    {
        0 => Wildcard(),
        1 => Regex(),
        _ => Fuzzy(),
    };

    public TermAutomaton Wildcard()
    {
        var pattern = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(5) switch { 0 => "?", 1 => "*", _ => Letter() }));
        return Known(TermAutomaton.Wildcard(pattern, TermForm.Written, AutomatonOptions.Default), word => NaivePatterns.FitsWildcards(pattern, word));
    }

    public TermAutomaton Fuzzy()
    {
        var (word, edits) = (Word(6), random.Next(3));
        return Known(TermAutomaton.Fuzzy(word, edits, TermForm.Written, AutomatonOptions.Default), other => NaivePatterns.Distance(word, other) <= edits);
    }

    public TermAutomaton Regex()
    {
        var (ours, oracle) = Expression(3);
        var regex = new Regex($@"\A(?:{oracle})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        return Known(TermAutomaton.Regex(ours, TermForm.Written, AutomatonOptions.Default), regex.IsMatch);
    }

    /// <summary>A word of at most so many letters.</summary>
    public string Word(int maxLength) => string.Concat(Enumerable.Range(0, random.Next(maxLength + 1)).Select(_ => Letter()));

    /// <summary>An expression in our syntax and in that of .NET.</summary>
    private (string Ours, string Oracle) Expression(int depth)
    {
        switch (depth == 0 ? random.Next(4) : random.Next(9))
        {
            case 0:
                return (".", AnyCodePoint);
            case 1:
                return Class();
            case 2 or 3:
                var letter = Letter();
                return (letter, $"(?:{letter})");
            case 4 or 5:
                var (first, firstOracle) = Expression(depth - 1);
                var (second, secondOracle) = Expression(depth - 1);
                return (first + second, firstOracle + secondOracle);
            case 6:
                var (one, oneOracle) = Expression(depth - 1);
                var (other, otherOracle) = Expression(depth - 1);
                return random.Next(4) == 0
                    ? ($"({one}|)", $"(?:{oneOracle})?") // .NET denies that ^(?:a+|)+$ matches nothing
                    : ($"({one}|{other})", $"(?:{oneOracle}|{otherOracle})");
            default:
                var (part, partOracle) = Expression(depth - 1);
                var times = random.Next(6) switch { 0 => "*", 1 => "+", 2 => "?", 3 => "{2}", 4 => "{1,}", _ => $"{{{random.Next(2)},{random.Next(1, 4)}}}" };
                return ($"({part}){times}", $"(?:{partOracle}){times}");
        }
    }

    /// <summary>Members side by side; for .NET each of them an alternative, as some have two units.</summary>
    private (string Ours, string Oracle) Class()
    {
        var members = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Letter()).ToList();
        var oracle = $"(?:{string.Join('|', members)})";
        var negated = random.Next(3) == 0;
        var range = random.Next(2) == 0 ? "a-c" : "";
        oracle = range.Length == 0 ? oracle : $"(?:{oracle}|[a-c])";
        return ($"[{(negated ? "^" : "")}{string.Concat(members)}{range}]", negated ? $"(?!{oracle}){AnyCodePoint}" : oracle);
    }

    private string Letter() => letters[random.Next(letters.Length)];

    private static TermAutomaton Known(TermAutomaton automaton, Func<string, bool> meaning)
    {
        Meanings.TryAdd(automaton, meaning);
        return automaton;
    }
}
