using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>A value of YAML that can be repeated.</summary>
/// <param name="Value">The value.</param>
/// <param name="Values">The number of values in it, with itself.</param>
/// <param name="Depth">The number of objects and lists one in another; 0 for a scalar.</param>
internal readonly record struct YamlAnchor(JsonNode? Value, int Values, int Depth);
