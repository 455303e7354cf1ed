using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImageStreams.Patching;

/// <summary>A JSON value that tells the items of a list apart.</summary>
/// <remarks>In the order of Kubernetes numbers come first, then texts, booleans, lists, objects and null.</remarks>
internal readonly struct FieldScalar : IComparable<FieldScalar>, IEquatable<FieldScalar>
{
    private readonly JsonValueKind _kind;

    /// <summary>The text of a string; the JSON of any other value.</summary>
    private readonly string _text;

    private FieldScalar(JsonValueKind kind, string text)
    {
        _kind = kind;
        _text = text;
    }

    /// <summary>Creates the value of a text.</summary>
    public static FieldScalar FromText(string text) => new(JsonValueKind.String, text);

    /// <summary>Creates the value of a node.</summary>
    public static FieldScalar FromNode(JsonNode? node) => node switch
    {
        null => new(JsonValueKind.Null, "null"),
        JsonValue value when value.TryGetValue(out string? text) => FromText(text),
        _ => new(node.GetValueKind(), node.ToJsonString()),
    };

    /// <summary>Creates the value of an element.</summary>
    public static FieldScalar FromElement(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? FromText(element.GetString()!)
        : new(element.ValueKind, element.GetRawText());

    /// <summary>Creates the value of a JSON text, such as the default of a key.</summary>
    public static FieldScalar FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return FromElement(document.RootElement);
    }

    /// <summary>The value as JSON.</summary>
    public string ToJson() => _kind == JsonValueKind.String ? JsonTexts.Quote(_text) : _text;

    public int CompareTo(FieldScalar other)
    {
        var rank = Rank.CompareTo(other.Rank);
        if (rank != 0)
        {
            return rank;
        }

        return _kind == JsonValueKind.Number ? CompareNumbers(_text, other._text) : string.CompareOrdinal(_text, other._text);
    }

    public bool Equals(FieldScalar other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is FieldScalar other && Equals(other);

    public override int GetHashCode() =>
        _kind == JsonValueKind.Number
            ? double.Parse(_text, CultureInfo.InvariantCulture).GetHashCode()
            : string.GetHashCode(_text ?? "", StringComparison.Ordinal);

    public override string ToString() => ToJson();

    private int Rank => _kind switch
    {
        JsonValueKind.Number => 0,
        JsonValueKind.String => 1,
        JsonValueKind.True or JsonValueKind.False => 2,
        JsonValueKind.Array => 3,
        JsonValueKind.Object => 4,
        _ => 5,
    };

    private static int CompareNumbers(string left, string right) =>
        long.TryParse(left, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var one)
        && long.TryParse(right, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var other)
            ? one.CompareTo(other)
            : double.Parse(left, CultureInfo.InvariantCulture).CompareTo(double.Parse(right, CultureInfo.InvariantCulture));
}
