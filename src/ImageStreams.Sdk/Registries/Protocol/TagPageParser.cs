using System.Text.Json;

namespace ImageStreams.Registries;

/// <summary>Parses <c>{"name": "library/python", "tags": ["3.8", …]}</c>; <c>null</c> or absent tags are an empty
/// list.</summary>
internal static class TagPageParser
{
    /// <exception cref="RegistryException">The page has another form, or an entry is not a tag.</exception>
    public static List<RegistryTag> Parse(JsonElement page, RegistryResponse response)
    {
        if (page.ValueKind != JsonValueKind.Object)
        {
            throw RegistryClientErrors.BadShape(response.Line, "the tag list is not a JSON object");
        }

        if (!page.TryGetProperty("tags", out var tags) || tags.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return tags.ValueKind == JsonValueKind.Array
            ? [.. tags.EnumerateArray().Select((tag, index) => ParseTag(tag, index, response))]
            : throw RegistryClientErrors.BadShape(response.Line, "'tags' is not an array");
    }

    private static RegistryTag ParseTag(JsonElement tag, int index, RegistryResponse response) =>
        RegistryJson.GetText(tag) is var name && RegistryGrammar.IsTag(name)
            ? new RegistryTag { Name = name, Source = response.Source }
            : throw RegistryClientErrors.BadShape(response.Line, $"'tags[{index}]' is not a tag");
}
