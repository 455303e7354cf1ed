using ImageStreams.Serialization;

namespace ImageStreams.Patching;

/// <summary>Describes unknown and duplicate fields as API servers do.</summary>
public static class FieldProblemTexts
{
    /// <summary>Describes a problem, such as <c>unknown field "spec.tags[0].bogus"</c>.</summary>
    /// <param name="problem">The problem.</param>
    public static string Describe(FieldProblem problem)
    {
        var kind = problem.Kind == FieldProblemKind.Unknown ? "unknown" : "duplicate";
        return $"{kind} field \"{ToGoPath(problem.Path)}\"";
    }

    /// <summary>Turns a JSON path into the form without <c>$</c> and quotes.</summary>
    private static string ToGoPath(string path) => path
        .TrimStart('$')
        .Replace("['", ".", StringComparison.Ordinal)
        .Replace("']", "", StringComparison.Ordinal)
        .Replace("\\'", "'", StringComparison.Ordinal)
        .TrimStart('.');
}
