using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <summary>JSON with fields that its type does not know, or with a field given twice, read strictly.</summary>
public sealed class StrictFieldsException : JsonException
{
    internal StrictFieldsException(ValueList<FieldProblem> problems)
        : base($"Strict reading found {Describe(problems)}.", problems[0].Path, null, null) => Problems = problems;

    /// <summary>Every problem, in the order of the text; at most 100, as Kubernetes reports them.</summary>
    public ValueList<FieldProblem> Problems { get; }

    private static string Describe(ValueList<FieldProblem> problems) => string.Join(
        ", ",
        problems.Select(problem => problem.Kind switch
        {
            FieldProblemKind.Duplicate => $"the field {problem.Path} twice",
            _ => $"the unknown field {problem.Path}",
        }));
}
