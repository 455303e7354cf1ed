using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.References;

namespace ImageStreams.Conformance.Suites;

/// <summary>The order of tags.</summary>
public sealed class PrioritizeSuite : ISuite
{
    /// <inheritdoc/>
    public string Name => "prioritize";

    /// <inheritdoc/>
    public JsonComparison Comparison { get; } = new TiesComparison();

    /// <inheritdoc/>
    public JsonNode? Answer(string operation, JsonElement input) => operation switch
    {
        "classify" => Classified(TagPriority.Classify(input.GetProperty("tag").GetString()!)),
        "prioritizeTags" => Prioritized(input.GetProperty("tags")),
        _ => throw new NotSupportedException(operation),
    };

    private static JsonObject Classified(TagClassification tag)
    {
        var answer = new JsonObject
        {
            ["class"] = JsonNamingPolicy.CamelCase.ConvertName(tag.Class.ToString()),
            ["prefix"] = tag.Prefix,
        };
        if (tag.Version is not null)
        {
            answer["version"] = tag.Version;
        }

        return answer;
    }

    private static JsonObject Prioritized(JsonElement tags)
    {
        var sorted = TagPriority.Prioritize(tags.EnumerateArray().Select(tag => tag.GetString()!));
        var groups = Groups(sorted);
        var hasTies = groups.Exists(group => group.Distinct(StringComparer.Ordinal).Skip(1).Any());
        var answer = new JsonObject { ["tags"] = Strings(sorted), ["ties"] = hasTies };
        if (hasTies)
        {
            answer["groups"] = new JsonArray([.. groups.Select(Strings)]);
        }

        return answer;
    }

    private static List<List<string>> Groups(IReadOnlyList<string> sorted)
    {
        var groups = new List<List<string>>();
        foreach (var tag in sorted)
        {
            if (groups.Count == 0 || TagPriority.Instance.Compare(groups[^1][0], tag) != 0)
            {
                groups.Add([]);
            }

            groups[^1].Add(tag);
        }

        return groups;
    }

    private static JsonArray Strings(IEnumerable<string> values) =>
        new([.. values.Select(value => JsonValue.Create(value))]);
}
