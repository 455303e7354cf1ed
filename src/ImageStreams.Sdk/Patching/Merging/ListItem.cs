using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>An item of a list, with the element that tells it apart.</summary>
internal readonly record struct ListItem(FieldElement Element, JsonNode? Value);
