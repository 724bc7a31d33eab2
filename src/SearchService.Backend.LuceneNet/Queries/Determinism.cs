using System.Globalization;
using Lucene.Net.Util.Automaton;
using SearchService.Analysis.Patterns;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Makes automata deterministic within a limit: there may be exponentially many states, and Lucene 4.8 makes them all.</summary>
internal static class Determinism
{
    /// <summary>An automaton for the same words, deterministic.</summary>
    /// <param name="automaton">Any.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="InvalidPatternException">It would have more states than <see cref="AutomatonOptions.MaxStates"/>.</exception>
    /// <remarks>The construction by subsets: Rabin and Scott, "Finite automata and their decision problems", 1959.</remarks>
    internal static Automaton Of(Automaton automaton, AutomatonOptions options)
    {
        if (automaton.IsDeterministic)
        {
            return automaton;
        }

        State[] states = automaton.GetNumberedStates();
        Dictionary<string, State> known = new(StringComparer.Ordinal);
        Queue<(List<int> Members, State State)> open = new();
        State start = Take([automaton.GetInitialState().Number]);
        while (open.TryDequeue(out (List<int> Members, State State) next))
        {
            AddTransitions(next.Members, next.State);
        }

        return new Automaton(start) { IsDeterministic = true };

        State Take(List<int> members)
        {
            string key = string.Join(',', members);
            if (!known.TryGetValue(key, out State? state))
            {
                if (known.Count == options.MaxStates)
                {
                    throw new InvalidPatternException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"The pattern needs more than {options.MaxStates:N0} states here ({nameof(AutomatonOptions)}.{nameof(AutomatonOptions.MaxStates)}); one with fewer alternatives or repetitions will do."));
                }

                known.Add(key, state = new State { Accept = members.Exists(member => states[member].Accept) });
                open.Enqueue((members, state));
            }

            return state;
        }

        void AddTransitions(List<int> members, State from)
        {
            List<Transition> transitions = [.. members.SelectMany(member => states[member].GetTransitions())];
            int[] points = [.. transitions.SelectMany(static transition => new[] { transition.Min, transition.Max + 1 }).Distinct().Order()];
            for (int i = 0; i + 1 < points.Length; i++)
            {
                List<int> to = [.. transitions.Where(transition => transition.Min <= points[i] && points[i] <= transition.Max).Select(static transition => transition.Dest.Number).Distinct().Order()];
                if (to.Count > 0)
                {
                    from.AddTransition(new Transition(points[i], points[i + 1] - 1, Take(to)));
                }
            }
        }
    }
}
