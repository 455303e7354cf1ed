using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>An entry or an item that is added to a collection.</summary>
/// <param name="Before">The number of the child before which it is put; that of all children for the end.</param>
/// <param name="Key">The key; null in a sequence.</param>
/// <param name="Value">The value.</param>
internal readonly record struct ContainerAddition(int Before, string? Key, JsonElement Value);
