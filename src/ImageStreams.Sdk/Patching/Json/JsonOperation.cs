using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>One operation of a JSON patch.</summary>
internal sealed record JsonOperation
{
    /// <summary>The kind, such as <c>add</c>; null when it is missing.</summary>
    public string? Kind { get; init; }

    /// <summary>The place; null when it is missing.</summary>
    public string? Path { get; init; }

    /// <summary>The place to move or copy from; null when it is missing.</summary>
    public string? From { get; init; }

    /// <summary>The value; null when it is null or missing. It has no parent, and is used once.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>Returns the kind and the place.</summary>
    public override string ToString() => From is null ? $"{Kind} {Path}" : $"{Kind} {From} {Path}";
}
