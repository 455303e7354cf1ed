using System.Globalization;
using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Policies;

/// <summary>Reads one text of JSON strictly; the first error counts.</summary>
internal sealed class GateJson
{
    private const int MaxDepth = 6;
    private const int MaxShownName = 64;

    /// <summary>The first error; null for none.</summary>
    public TagPolicyError? Error { get; private set; }

    /// <summary>Notes an error, unless there was one before.</summary>
    public void Refuse(TagPolicyFailure failure, string place, string message) =>
        Error ??= TagPolicyChecks.Refuse(failure, PrintableText.Escape(place, MaxShownName * 2), message);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, of at most 16 KiB.</param>
    /// <param name="kind">The type of its value.</param>
    /// <param name="read">Reads the value; the result counts when no error was noted.</param>
    /// <returns>The reading.</returns>
    public static TagGateReading<T> Read<T>(string text, JsonValueKind kind, Func<GateJson, JsonElement, T> read)
    {
        var json = new GateJson();
        var value = json.TryRead(text, kind, read);
        return json.Error is { } error
            ? new TagGateReading<T>.Invalid { Error = error }
            : new TagGateReading<T>.Found { Value = value! };
    }

    private T? TryRead<T>(string text, JsonValueKind kind, Func<GateJson, JsonElement, T> read)
    {
        T? value = default;
        var error = AnnotationJson.Visit(text, "annotation", MaxDepth, root =>
        {
            if (root.ValueKind == kind)
            {
                value = read(this, root);
            }
            else
            {
                Refuse(TagPolicyFailure.InvalidJson, "", $"The annotation is not a JSON {kind.ToString().ToLowerInvariant()}.");
            }

            return Error;
        });
        Error ??= error;
        return value;
    }

    /// <summary>Reads the items of a list; an item that is no object is an error.</summary>
    public List<T> ReadObjects<T>(JsonElement list, string place, int max, Func<GateJsonObject, T> read)
    {
        var results = new List<T>();
        foreach (var item in list.EnumerateArray())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{place}[{results.Count}]");
            if (results.Count == max)
            {
                Refuse(TagPolicyFailure.TooMany, at, $"The list has more than {max} items.");
            }

            if (item.ValueKind != JsonValueKind.Object)
            {
                Refuse(TagPolicyFailure.WrongType, at, "The item must be an object.");
            }

            if (Error is not null)
            {
                return results;
            }

            var fields = new GateJsonObject(this, item, at);
            results.Add(read(fields));
            fields.RefuseUnknown();
        }

        return results;
    }
}
