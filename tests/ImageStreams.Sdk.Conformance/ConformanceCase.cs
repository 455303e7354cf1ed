using System.Text.Json;

namespace ImageStreams.Conformance;

/// <summary>One recorded input of OpenShift's own code, and its output.</summary>
public sealed record ConformanceCase(string Id, string Operation, JsonElement Input, JsonElement Expected)
{
    /// <summary>True if Go's code crashes on this input, which leaves the outcome unspecified.</summary>
    public bool IsUnspecified =>
        Expected.ValueKind == JsonValueKind.Object
        && Expected.TryGetProperty("error", out var error)
        && error.TryGetProperty("kind", out var kind)
        && kind.ValueEquals("panic");

    internal static ConformanceCase From(JsonElement line) => new(
        line.GetProperty("id").GetString()!,
        line.GetProperty("op").GetString()!,
        line.GetProperty("input"),
        line.GetProperty("output"));
}
