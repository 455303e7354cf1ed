using System.Text.Json;

namespace ImageStreams.Manifests;

/// <summary>Reads the JSON of registries, in which any field may have any type.</summary>
internal static class LockJson
{
    /// <summary>Parses an object.</summary>
    /// <exception cref="LockContentException">The content is not a JSON object.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> content, string what)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new LockContentException(LockProblemTexts.Unreadable(what, "it is not a JSON object"));
        }
        catch (JsonException e)
        {
            throw new LockContentException(LockProblemTexts.Unreadable(what, e.Message), e);
        }
    }

    /// <summary>Finds a field of an object; undefined when there is none.</summary>
    public static JsonElement Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    /// <summary>Finds a text; null when there is none, or it is no text that can be written.</summary>
    public static string? FindText(JsonElement parent, string name)
    {
        var value = Find(parent, name);
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;   // half a surrogate pair
        }
    }

    /// <summary>Reads the name of a platform; null when operating system or architecture is missing.</summary>
    public static string? FindPlatform(JsonElement platform)
    {
        if (FindText(platform, "os") is not { Length: > 0 } os || FindText(platform, "architecture") is not { Length: > 0 } architecture)
        {
            return null;
        }

        var system = FindText(platform, "os.version") is { Length: > 0 } version ? $"{os}({version})" : os;
        var name = FindText(platform, "variant") is { Length: > 0 } variant ? $"{system}/{architecture}/{variant}" : $"{system}/{architecture}";
        return LockNodes.IsKey(name) ? name : null;
    }
}
