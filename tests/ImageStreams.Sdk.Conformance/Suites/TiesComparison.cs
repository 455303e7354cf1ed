using System.Text.Json;

namespace ImageStreams.Conformance.Suites;

/// <summary>Compares sorted tags, of which those that are equal in the order may stand in any order.</summary>
public sealed class TiesComparison : JsonComparison
{
    /// <inheritdoc/>
    protected override bool AreEqual(JsonElement expected, JsonElement got) =>
        expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("groups", out var groups)
            ? HasSameGroups(groups, got)
            : base.AreEqual(expected, got);

    private static bool HasSameGroups(JsonElement expected, JsonElement got) =>
        got.TryGetProperty("ties", out var ties) && ties.ValueKind == JsonValueKind.True
        && got.TryGetProperty("groups", out var groups)
        && Sorted(groups).SequenceEqual(Sorted(expected))
        && groups.EnumerateArray().SelectMany(Strings).SequenceEqual(Strings(got.GetProperty("tags")));

    private static IEnumerable<string> Sorted(JsonElement groups) =>
        groups.EnumerateArray().Select(group => string.Join('\n', Strings(group).Order(StringComparer.Ordinal)));

    private static IEnumerable<string> Strings(JsonElement list) =>
        list.EnumerateArray().Select(tag => tag.GetString()!);
}
