using System.Globalization;
using System.Text.Json;
using ImageStreams.References;

namespace ImageStreams.Policies;

/// <summary>The fields of one JSON object, read strictly.</summary>
/// <param name="json">Takes the errors.</param>
/// <param name="element">The object.</param>
/// <param name="place">The object's place; empty for the whole text.</param>
internal sealed partial class GateJsonObject(GateJson json, JsonElement element, string place)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ssK";
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Reads a text; empty with an error when it is missing or too long.</summary>
    public string Text(string name, int max) =>
        OptionalText(name, max) ?? Missing(name, "");

    /// <summary>Reads a text; null when it is missing.</summary>
    public string? OptionalText(string name, int max)
    {
        var text = Find(name, JsonValueKind.String, "a text") is { } value ? value.GetString() : null;
        if (text?.Length > max)
        {
            Refuse(TagPolicyFailure.TooLong, name, $"The text is longer than {max} characters.");
        }

        return text;
    }

    /// <summary>Reads a text by a function that answers null for a wrong one.</summary>
    public T? Optional<T>(string name, string expected, Func<string, T?> read)
        where T : struct
    {
        var text = OptionalText(name, TagPolicyAnnotation.MaxLength);
        var value = text is null ? null : read(text);
        if (text is not null && value is null)
        {
            Refuse(TagPolicyFailure.InvalidValue, name, $"The value must be {expected}.");
        }

        return value;
    }

    /// <summary>Reads a text that must be there by a function that answers null for a wrong one.</summary>
    public T Required<T>(string name, string expected, Func<string, T?> read)
        where T : struct => Optional(name, expected, read) ?? Missing<T>(name, default);

    /// <summary>Reads a time to the second.</summary>
    public DateTimeOffset? Time(string name) =>
        Optional(name, "a time such as 2026-12-01T10:00:00Z", text => ReadTime(text));

    /// <summary>Reads a time to the second, which must be there.</summary>
    public DateTimeOffset RequiredTime(string name) => Time(name) ?? Missing(name, DateTimeOffset.UnixEpoch);

    /// <summary>Reads one of some words as its number.</summary>
    public int Word(string name, string[] words) =>
        Required<int>(name, $"one of these: {string.Join(", ", words)}", text =>
            Array.IndexOf(words, text) is var index and >= 0 ? index : null);

    /// <summary>Reads a digest, which must be there; null only with an error.</summary>
    public Digest? Digest(string name) => OptionalDigest(name) ?? Missing<Digest?>(name, null);

    /// <summary>Reads a digest; null when it is missing.</summary>
    public Digest? OptionalDigest(string name)
    {
        var text = OptionalText(name, TagPolicyAnnotation.MaxLength);
        if (!References.Digest.TryParse(text, out var digest) && text is not null)
        {
            Refuse(TagPolicyFailure.InvalidValue, name, "The value must be a digest such as sha256:….");
        }

        return digest;
    }

    /// <summary>Reads a number from 0 on; 0 when it is missing.</summary>
    public int Count(string name)
    {
        var value = Find(name, JsonValueKind.Number, "a number");
        var count = 0;
        if (value?.TryGetInt32(out count) == false || count < 0)
        {
            Refuse(TagPolicyFailure.InvalidValue, name, "The value must be a whole number, and not negative.");
        }

        return count;
    }

    /// <summary>Reads a time as annotations have it, to the second; null when the text is none.</summary>
    public static DateTimeOffset? ReadTime(string text) =>
        DateTimeOffset.TryParseExact(
            text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    private JsonElement? Find(string name, JsonValueKind kind, string expected)
    {
        _known.Add(name);
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        Refuse(TagPolicyFailure.WrongType, name, $"The value must be {expected}.");
        return null;
    }

    private T Missing<T>(string name, T result)
    {
        Refuse(TagPolicyFailure.MissingField, name, "The field is missing.");
        return result;
    }

    private void Refuse(TagPolicyFailure failure, string name, string message) => json.Refuse(failure, Place(name), message);

    private string Place(string name) => place.Length == 0 ? name : $"{place}.{name}";
}
