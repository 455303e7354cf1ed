using System.Text.Json;
using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>One field of a policy's JSON.</summary>
/// <param name="Name">The name.</param>
/// <param name="Expected">The values in words, for errors.</param>
/// <param name="Kinds">The types of JSON that the field takes.</param>
/// <param name="Read">Sets the field from a value of those types; null when the value is not one.</param>
internal sealed record TagPolicyField(
    string Name, string Expected, JsonValueKind[] Kinds, Func<TagPolicy, JsonElement, TagPolicy?> Read)
{
    private static readonly JsonValueKind[] Texts = [JsonValueKind.String];
    private static readonly JsonValueKind[] Numbers = [JsonValueKind.Number];
    private static readonly JsonValueKind[] Lists = [JsonValueKind.String, JsonValueKind.Array];

    /// <summary>All fields.</summary>
    public static IReadOnlyList<TagPolicyField> All { get; } =
    [
        Word("dialect", TagPolicyWords.Dialect, (policy, word) => policy with { Dialect = (TagPolicyDialect)word }),
        Word("order", TagPolicyWords.Order, (policy, word) => policy with { Order = (TagPolicyOrder)word }),
        Word("pick", TagPolicyWords.Pick, (policy, word) => policy with { Pick = (TagPolicyPick)word }),
        Text("range", (policy, text) => policy with { Range = text }),
        Word("prerelease", TagPolicyWords.PreRelease, (policy, word) => policy with { PreRelease = (TagPolicyPreRelease)word }),
        Word("step", TagPolicyWords.Step, (policy, word) => policy with { Step = (TagPolicyStep)word }),
        new("parts", "1, 2 or 3", Numbers, (policy, value) =>
            value.TryGetInt32(out var parts) ? policy with { Parts = parts } : null),
        List("include", (policy, list) => policy with { Include = list }),
        Text("extract", (policy, text) => policy with { Extract = text }),
        List("exclude", (policy, list) => policy with { Exclude = list }),
        Word("downgrade", TagPolicyWords.Downgrade, (policy, word) => policy with { AllowsDowngrade = word == 1 }),
        Word("onBadValue", TagPolicyWords.BadValue, (policy, word) => policy with { OnBadValue = (TagPolicyBadValue)word }),
        new("minimumAge", "a duration such as 90m, 36h or 7d", Texts, (policy, value) =>
            ShortDuration.Read(value.GetString()!) is { } age ? policy with { MinimumAge = age } : null),
        Text("tag", (policy, text) => policy with { Tag = text }),
    ];

    private static TagPolicyField Text(string name, Func<TagPolicy, string, TagPolicy> set) =>
        new(name, "a text", Texts, (policy, value) => set(policy, value.GetString()!));

    private static TagPolicyField Word(string name, string[] words, Func<TagPolicy, int, TagPolicy> set) =>
        new(name, string.Join(", ", words), Texts, (policy, value) =>
        {
            var word = Array.IndexOf(words, value.GetString());
            return word < 0 ? null : set(policy, word);
        });

    private static TagPolicyField List(string name, Func<TagPolicy, ValueList<string>, TagPolicy> set) =>
        new(name, "a pattern or a list of patterns", Lists, (policy, value) =>
            ReadList(value) is { } list ? set(policy, list) : null);

    private static ValueList<string>? ReadList(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return [value.GetString()!];
        }

        return value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : null;
    }
}
