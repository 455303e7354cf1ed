using System.Text.Json;

namespace ImageStreams.Conformance;

/// <summary>Compares a whole answer with the whole expectation, as JSON.</summary>
public class JsonComparison
{
    /// <summary>The text that stands in a case for the time of the call.</summary>
    private const string Now = "NOW";

    private readonly bool _absentEqualsEmpty;

    private JsonComparison(bool absentEqualsEmpty) => _absentEqualsEmpty = absentEqualsEmpty;

    /// <summary>For subclasses: values are equal when they are the same JSON.</summary>
    protected JsonComparison()
    {
    }

    /// <summary>Every property and every value counts.</summary>
    public static JsonComparison Exact { get; } = new(absentEqualsEmpty: false);

    /// <summary>As <see cref="Exact"/>, but null, a missing property, an empty list and an empty map are equal.</summary>
    public static JsonComparison ApiObjects { get; } = new(absentEqualsEmpty: true);

    /// <summary>Tests whether the answer is the expected one, or one of those that a case lists under <c>anyOf</c>.</summary>
    public bool Matches(JsonElement expected, JsonElement got)
    {
        if (expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("anyOf", out var legal))
        {
            return legal.EnumerateArray().Any(one => AreEqual(one, got));
        }

        return AreEqual(expected, got);
    }

    /// <summary>Tests whether two values are equal under this comparison.</summary>
    protected virtual bool AreEqual(JsonElement expected, JsonElement got)
    {
        if (_absentEqualsEmpty && IsAbsent(expected) && IsAbsent(got))
        {
            return true;
        }

        if (expected.ValueKind != got.ValueKind)
        {
            return false;
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Object => ObjectsAreEqual(expected, got),
            JsonValueKind.Array => ListsAreEqual(expected, got),
            JsonValueKind.String => TextsAreEqual(expected, got),
            JsonValueKind.Number => expected.GetRawText() == got.GetRawText(),
            _ => true,
        };
    }

    private bool ObjectsAreEqual(JsonElement expected, JsonElement got)
    {
        foreach (var property in expected.EnumerateObject())
        {
            var there = got.TryGetProperty(property.Name, out var value)
                ? AreEqual(property.Value, value)
                : _absentEqualsEmpty && IsAbsent(property.Value);
            if (!there)
            {
                return false;
            }
        }

        return got.EnumerateObject().All(property =>
            expected.TryGetProperty(property.Name, out _) || (_absentEqualsEmpty && IsAbsent(property.Value)));
    }

    private bool ListsAreEqual(JsonElement expected, JsonElement got) =>
        expected.GetArrayLength() == got.GetArrayLength()
        && expected.EnumerateArray().Zip(got.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second));

    private static bool TextsAreEqual(JsonElement expected, JsonElement got) =>
        expected.ValueEquals(got.GetString())
        || (expected.ValueEquals(Now) && got.ValueEquals(SuiteClock.NowOnTheWire));

    private static bool IsAbsent(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };
}
