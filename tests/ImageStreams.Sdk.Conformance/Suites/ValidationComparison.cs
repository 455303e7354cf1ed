using System.Text.Json;

namespace ImageStreams.Conformance.Suites;

/// <summary>
/// Compares what is wrong, and where, but not the sentences: of these only their number, and what they quote. Errors of
/// one field and type may stand in any order, which their sentences decide.
/// </summary>
internal sealed class ValidationComparison : JsonComparison
{
    protected override bool AreEqual(JsonElement expected, JsonElement got) => true switch
    {
        _ when expected.TryGetProperty("errors", out var errors) =>
            Sorted(errors).SequenceEqual(Sorted(got.GetProperty("errors"))),
        _ when expected.TryGetProperty("reasons", out var reasons) => Count(reasons) == Count(got.GetProperty("reasons")),
        _ when expected.TryGetProperty("message", out var message) =>
            got.TryGetProperty("message", out var own) && QuotesTheSame(message.GetString()!, own.GetString()!),
        _ => JsonElement.DeepEquals(expected, got),
    };

    private static IEnumerable<string> Sorted(JsonElement errors) => errors.EnumerateArray()
        .Select(error => string.Join(
            '\n', error.GetProperty("field"), error.GetProperty("type"), Value(error.GetProperty("badValue"))))
        .Order(StringComparer.Ordinal);

    private static string Value(JsonElement value) => $"{value.ValueKind} {value}";

    private static int Count(JsonElement list) => list.ValueKind is JsonValueKind.Null ? 0 : list.GetArrayLength();

    /// <summary>The registry and the patterns for registries; a pull spec that cannot be read quotes nothing.</summary>
    private static bool QuotesTheSame(string expected, string own) =>
        Quoted(expected, '"').SequenceEqual(Quoted(own, '\''));

    private static IEnumerable<string> Quoted(string text, char mark) => text.Split(mark).Where((_, i) => i % 2 == 1);
}
