using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>A column of the table of a resource, which command-line clients print.</summary>
public sealed record ResourceColumn
{
    /// <summary>The heading, such as <c>Image Repository</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The type in the OpenAPI sense; <c>string</c> by default.</summary>
    public string Type { get; init; } = "string";

    /// <summary>The format in the OpenAPI sense, such as <c>name</c>; empty by default.</summary>
    public string Format { get; init; } = "";

    /// <summary>The description, in a sentence; empty by default.</summary>
    public string Description { get; init; } = "";

    /// <summary>0, the default, for columns that are always printed; 1 for those of <c>-o wide</c>.</summary>
    public int Priority { get; init; }

    /// <summary>Reads the cell of an object: its JSON without kind and version, and the time by which ages are given.</summary>
    /// <remarks>Called concurrently, and with any JSON that the resource has. Null is an empty cell.</remarks>
    public required Func<JsonElement, DateTimeOffset, JsonNode?> Read { get; init; }

    /// <summary>Returns the heading.</summary>
    public override string ToString() => Name;
}
