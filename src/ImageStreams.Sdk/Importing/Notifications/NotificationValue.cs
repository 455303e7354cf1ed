using System.Text;
using System.Text.Json;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A value of a notification and its JSON path. An absent member is a value without content.</summary>
internal readonly struct NotificationValue(JsonElement element, string path)
{
    private const string JavaOffset = "+0000";   // UTC without the colon of RFC 3339, which Java writes
    private const double MaxUnixSeconds = 253_402_300_800;   // the year 10,000

    public string Path { get; } = path;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    public bool IsArray => element.ValueKind == JsonValueKind.Array;

    /// <summary>The text; empty for a value of another type.</summary>
    public NotificationText Text => new(RegistryJson.GetText(element), Path);

    /// <summary>The time of an RFC 3339 text, or of a number of seconds since 1970; not set for other values.</summary>
    public Timestamp Time
    {
        get
        {
            if (element.ValueKind == JsonValueKind.Number)
            {
                return FromUnixSeconds(element.TryGetDouble(out var seconds) ? seconds : 0);
            }

            var text = RegistryJson.GetText(element);
            return Timestamp.TryParse(text.EndsWith(JavaOffset, StringComparison.Ordinal) ? $"{text[..^JavaOffset.Length]}Z" : text, out var time)
                ? time
                : default;
        }
    }

    /// <summary>Gets a member of an object.</summary>
    public NotificationValue this[string name] =>
        new(IsObject && element.TryGetProperty(name, out var value) ? value : default, $"{Path}.{name}");

    /// <summary>Gets the items of an array; none when it is absent.</summary>
    /// <exception cref="RegistryNotificationException">The value has another type, or more items.</exception>
    public IEnumerable<NotificationValue> GetItems(int limit)
    {
        if (element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return [];
        }

        if (!IsArray)
        {
            throw NotificationErrors.WrongType(Path, "an array");
        }

        RequireAtMost(element.GetArrayLength(), limit);
        var parent = Path;
        return element.EnumerateArray().Select((item, i) => new NotificationValue(item, $"{parent}[{i}]"));
    }

    /// <summary>Gets the names of an object's members.</summary>
    /// <exception cref="RegistryNotificationException">There are more members.</exception>
    public IEnumerable<NotificationText> GetNames(int limit)
    {
        RequireAtMost(element.GetPropertyCount(), limit);
        var parent = Path;
        return element.EnumerateObject()
            .Select(member => new NotificationText(member.Name, CredentialJson.Member(parent, member.Name)));
    }

    /// <summary>Parses the text as JSON.</summary>
    /// <exception cref="RegistryNotificationException">The text is not JSON.</exception>
    public NotificationValue ParseText() => Parse(Encoding.UTF8.GetBytes(Text.Text));

    /// <summary>Parses the text as JSON in base64.</summary>
    /// <exception cref="RegistryNotificationException">The text is not JSON in base64.</exception>
    public NotificationValue ParseBase64() =>
        element.ValueKind == JsonValueKind.String && element.TryGetBytesFromBase64(out var bytes)
            ? Parse(bytes)
            : throw NotificationErrors.NotJsonInside(Path);

    private NotificationValue Parse(byte[] utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, RegistryJson.DocumentOptions);
            return new NotificationValue(document.RootElement.Clone(), Path);
        }
        catch (Exception exception) when (RegistryJson.IsMalformed(exception))
        {
            throw NotificationErrors.NotJsonInside(Path, exception);
        }
    }

    private void RequireAtMost(int count, int limit)
    {
        if (count > limit)
        {
            throw NotificationErrors.TooManyEvents(Path, count, limit);
        }
    }

    private static Timestamp FromUnixSeconds(double seconds) =>
        seconds is > 0 and < MaxUnixSeconds ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : default(Timestamp);
}
