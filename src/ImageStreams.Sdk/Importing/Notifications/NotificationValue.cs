using System.Text.Json;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A value of a notification and its place; what is absent is a value, too, that holds nothing.</summary>
internal readonly struct NotificationValue(JsonElement element, string path)
{
    private const double MaxUnixSeconds = 253_402_300_800;   // the year 10,000

    public string Path { get; } = path;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    public bool IsArray => element.ValueKind == JsonValueKind.Array;

    /// <summary>The text; empty for a value of another type.</summary>
    public NotificationText Text => new(RegistryJson.GetText(element), Path);

    /// <summary>The time of an RFC 3339 text, or of a number of seconds since 1970; not set for what is neither.</summary>
    public Timestamp Time => element.ValueKind == JsonValueKind.Number
        ? FromUnixSeconds(element.TryGetDouble(out var seconds) ? seconds : 0)
        : Timestamp.TryParse(RegistryJson.GetText(element), out var time) ? time : default;

    /// <summary>A member of an object.</summary>
    public NotificationValue this[string name] =>
        new(IsObject && element.TryGetProperty(name, out var value) ? value : default, $"{Path}.{name}");

    /// <summary>The items of an array; none when it is absent.</summary>
    /// <exception cref="RegistryNotificationException">The value is of another type, or has more items.</exception>
    public IEnumerable<NotificationValue> GetItems(int limit)
    {
        if (element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return [];
        }

        RequireAtMost(IsArray ? element.GetArrayLength() : throw NotificationErrors.WrongType(Path, "an array"), limit);
        var place = Path;
        return element.EnumerateArray().Select((item, i) => new NotificationValue(item, $"{place}[{i}]"));
    }

    /// <summary>The names of an object's members.</summary>
    /// <exception cref="RegistryNotificationException">There are more members.</exception>
    public IEnumerable<NotificationText> GetNames(int limit)
    {
        RequireAtMost(element.GetPropertyCount(), limit);
        var place = Path;
        return element.EnumerateObject()
            .Select(member => new NotificationText(member.Name, CredentialJson.Member(place, member.Name)));
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
