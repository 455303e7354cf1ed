using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <summary>Finds the fields that strict reading rejects.</summary>
internal static class FieldProblems
{
    /// <summary>The maximum number of reported problems, as in the Kubernetes serializer.</summary>
    private const int MaxProblems = 100;

    /// <summary>The maximum number of fields that are examined for them; several may have the same path.</summary>
    private const int MaxNotes = 10_000;

    /// <summary>Finds the problems of a text that was read as a type.</summary>
    /// <returns>
    /// The problems in the order of the text, one for each path, of which those that are cut may be equal; at most 100.
    /// </returns>
    public static ValueList<FieldProblem> Find(ReadOnlySpan<byte> text, WireType type)
    {
        if (ApiTypes.Find(type.Name) is not { } root)
        {
            return [];
        }

        var problems = new List<FieldProblem>();
        var seen = new HashSet<(FieldProblem Problem, int Offset)>();
        var walker = new JsonPath.Walker(text);
        foreach (var note in FieldWalker.Find(text, root, MaxNotes))
        {
            var problem = new FieldProblem(note.Kind, walker.PathAt(note.Offset)) { Hint = note.Hint };
            if (problems.Count < MaxProblems && seen.Add((problem, IsCut(problem.Path) ? note.Offset : 0)))
            {
                problems.Add(problem);
            }
        }

        return problems.ToValueList();
    }

    /// <summary>Determines whether the path may be that of other fields too, because a part of it is left out.</summary>
    private static bool IsCut(string path) => path.Contains('…', StringComparison.Ordinal);
}
