using System.Text.Json;

namespace ImageStreams.Triggers;

/// <summary>
/// Reads fields of Kubernetes JSON; what is absent, or not of the kind that is asked for, is nothing.
/// </summary>
internal static class WorkloadText
{
    public static JsonElement Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    public static string Of(JsonElement element, string name) => Find(element, name) ?? "";

    /// <summary>The text of a field, or null when it has none.</summary>
    /// <exception cref="ArgumentException">The text has half of a surrogate pair.</exception>
    public static string? Find(JsonElement element, string name)
    {
        try
        {
            return Child(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException($"The field '{name}' has half of a surrogate pair, which is no character.", e);
        }
    }
}
