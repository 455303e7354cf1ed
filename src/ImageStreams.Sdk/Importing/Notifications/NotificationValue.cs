using System.Text.Json;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A value of a notification and its JSON path. An absent member is a value without content.</summary>
internal readonly struct NotificationValue(JsonElement element, string path)
{
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

            return Timestamp.TryParse(RegistryJson.GetText(element), out var time) ? time : default;
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
