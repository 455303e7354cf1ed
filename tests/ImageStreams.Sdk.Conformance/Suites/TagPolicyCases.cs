using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.Policies;

namespace ImageStreams.Conformance.Suites;

/// <summary>What the cases of the tools have in common.</summary>
internal static class TagPolicyCases
{
    /// <summary>The names of the tags of a case.</summary>
    public static IEnumerable<string> Names(JsonElement input) => input.GetProperty("tags").EnumerateArray()
        .Select(tag => tag.ValueKind == JsonValueKind.Object ? tag.Text("name") : tag.GetString()!);

    /// <summary>The tags of a case, with their times.</summary>
    public static IReadOnlyList<CandidateTag> Candidates(JsonElement input) =>
        [.. input.GetProperty("tags").EnumerateArray().Select(Candidate)];

    /// <summary>The texts of a list; empty when the case gives none.</summary>
    public static IReadOnlyList<string> Texts(JsonElement input, string name) =>
        input.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : [];

    /// <summary>An answer of tags.</summary>
    public static JsonObject Tags(IEnumerable<string> tags) =>
        new() { ["tags"] = tags.Select(tag => (JsonNode?)tag).ToArray() };

    /// <summary>An answer of one tag, or of none.</summary>
    public static JsonObject Tag(string? tag) => new() { ["tag"] = tag };

    /// <summary>The tags for which the patterns of a policy give a reason, or none.</summary>
    public static JsonObject Filter(TagPolicyPlan plan, JsonElement input, TagRejection? reason)
    {
        var filter = new TagFilter(plan, new PatternBudget(PatternBudget.Default));
        return Tags(Names(input).Where(tag => filter.Find(tag, out _) == reason));
    }

    private static CandidateTag Candidate(JsonElement tag) => tag.ValueKind != JsonValueKind.Object
        ? CandidateTag.Create(tag.GetString()!)
        : new CandidateTag
        {
            Name = tag.Text("name"),
            Created = ImageCreationTime.TryParse(tag.Text("created"), out var created) ? created : null,
        };
}
