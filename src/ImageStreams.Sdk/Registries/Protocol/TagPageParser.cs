using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Registries;

/// <summary>Parses <c>{"name": "library/python", "tags": ["3.8", …]}</c>; <c>null</c> or absent tags are an empty
/// list.</summary>
/// <remarks>A text that no tag can be, which nobody could pull, is left out and logged, so that it does not hide the others.</remarks>
internal sealed class TagPageParser(ILogger logger)
{
    /// <exception cref="RegistryException">The page has another form, or an entry is not a text.</exception>
    public List<RegistryTag> Parse(JsonElement page, RegistryResponse response)
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
            ? ParseTags(tags, response)
            : throw RegistryClientErrors.BadShape(response.Line, "'tags' is not an array");
    }

    private List<RegistryTag> ParseTags(JsonElement tags, RegistryResponse response)
    {
        var found = new List<RegistryTag>();
        string? firstInvalid = null;
        foreach (var (index, tag) in tags.EnumerateArray().Index())
        {
            var name = GetName(tag, index, response);
            if (RegistryGrammar.IsTag(name))
            {
                found.Add(new RegistryTag { Name = name, Source = response.Source });
            }
            else
            {
                firstInvalid ??= name;
            }
        }

        ReportInvalid(firstInvalid, tags.GetArrayLength() - found.Count, response);
        return found;
    }

    private void ReportInvalid(string? first, int count, RegistryResponse response)
    {
        if (first is not null)
        {
            var repository = response.Line.Call.Repository;
            logger.InvalidTags(
                count, repository.Registry, repository.Name, UntrustedText.Clean(response.Line.Scrub(first)));
        }
    }

    private static string GetName(JsonElement tag, int index, RegistryResponse response) =>
        tag.ValueKind is JsonValueKind.String or JsonValueKind.Null
            ? RegistryJson.GetText(tag)
            : throw RegistryClientErrors.BadShape(response.Line, $"'tags[{index}]' is not a text");
}
