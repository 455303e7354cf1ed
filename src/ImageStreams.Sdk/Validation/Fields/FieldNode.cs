using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Validation;

/// <summary>A value in the JSON of an object, with its path: for the rules over fields that no record has.</summary>
/// <remarks>
/// A value of another type than the one asked for reads as its text, or as empty: a server refuses it while it reads the object,
/// before any of these rules. Strings are decoded as Go does. The default value is absent.
/// </remarks>
/// <param name="value">The value; undefined when the field is absent.</param>
/// <param name="path">The path of the field.</param>
internal readonly struct FieldNode(JsonElement value, FieldPath path)
{
    /// <summary>The path of the field, whether or not it is written.</summary>
    public FieldPath Path => path;

    /// <summary>Gets a value indicating whether the field is written, and not null.</summary>
    public bool Exists => value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Gets a value indicating whether the value is a string.</summary>
    public bool IsString => value.ValueKind == JsonValueKind.String;

    /// <summary>Gets a value indicating whether the value is <c>true</c>.</summary>
    public bool IsTrue => value.ValueKind == JsonValueKind.True;

    /// <summary>The value as text; empty when the field is absent.</summary>
    public string Text => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => Decode(JsonMarshal.GetRawUtf8Value(value)[1..^1]),
        _ => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)),
    };

    /// <summary>The value as an integer; null when it is none.</summary>
    public long? Number => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    /// <summary>The number of items of a list; zero for any other value.</summary>
    public int Count => value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0;

    /// <summary>The field of an object with a name, the last one when there are several; absent in any other value.</summary>
    public FieldNode this[string name] => new(FindField(Encoding.UTF8.GetBytes(name)), path.Child(name));

    /// <summary>Parses the JSON of an object.</summary>
    public static FieldNode Parse(RawJson json) => new(json.ToJsonElement(), FieldPath.Root);

    /// <summary>Returns the same value with another path.</summary>
    public FieldNode At(FieldPath other) => new(value, other);

    /// <summary>Enumerates the items of a list; none for any other value.</summary>
    public IEnumerable<FieldNode> GetItems()
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        var position = 0;
        foreach (var item in value.EnumerateArray())
        {
            yield return new FieldNode(item, path.Index(position++));
        }
    }

    /// <summary>Reads the entries of an object as texts, without those that are null; empty for any other value.</summary>
    public ValueMap<string> ToMap()
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in value.EnumerateObject())
        {
            entries[Decode(JsonMarshal.GetRawUtf8PropertyName(entry))] = new FieldNode(entry.Value, path).Text;
        }

        return entries.ToValueMap();
    }

    /// <summary>Returns path and value.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{path}: {value}");

    private JsonElement FindField(ReadOnlySpan<byte> name)
    {
        JsonElement found = default;
        if (value.ValueKind != JsonValueKind.Object)
        {
            return found;
        }

        foreach (var field in value.EnumerateObject())
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(field);
            found = GoText.AreEqual(raw, raw.Contains((byte)'\\'), name) ? field.Value : found;
        }

        return found;
    }

    private static string Decode(ReadOnlySpan<byte> raw) => GoText.Decode(raw, raw.Contains((byte)'\\'));
}
