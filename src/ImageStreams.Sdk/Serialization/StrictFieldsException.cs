using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Serialization;

/// <summary>The exception for unknown or duplicate fields in JSON that is read strictly.</summary>
/// <remarks><see cref="JsonException.Path"/> is that of the first problem.</remarks>
public sealed class StrictFieldsException : JsonException
{
    internal StrictFieldsException(string message, ValueList<FieldProblem> problems)
        : base(message, problems[0].Path, null, null) => Problems = problems;

    /// <summary>The problems in the order of the text; at most 100, as in Kubernetes.</summary>
    public ValueList<FieldProblem> Problems { get; }
}
