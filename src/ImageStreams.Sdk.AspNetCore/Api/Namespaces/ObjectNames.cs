using System.Text.Json;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the names of objects that are JSON.</summary>
internal static class ObjectNames
{
    /// <summary>Finds <c>metadata.name</c>; empty when it is missing.</summary>
    public static string Find(ServedObject value) => FindText(value, "name");

    /// <summary>Finds <c>metadata.namespace</c>; empty when it is missing.</summary>
    public static string FindNamespace(ServedObject value) => FindText(value, "namespace");

    private static string FindText(ServedObject value, string name)
    {
        using var metadata = JsonDocument.Parse(value.Metadata);
        return metadata.RootElement.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
    }
}
