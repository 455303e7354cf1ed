using System.Text.Json.Nodes;
using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>The tree of a JSON text.</summary>
/// <param name="Root">The value; null for the JSON value null.</param>
/// <param name="Duplicates">The paths of the names that an object has more than once, such as <c>spec.tags[0].name</c>, in the
/// order of the text; at most 100.</param>
internal sealed record ParsedDocument(JsonNode? Root, ValueList<string> Duplicates);
